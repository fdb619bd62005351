package org.sitewright.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;

class FolderTargetTest extends TargetContract {
    @TempDir
    Path folder;

    @Override
    protected PublishTarget open() {
        return open(folder.resolve("site"));
    }

    private static PublishTarget open(Path place) {
        return new FolderTarget(new TargetSettings.Folder(place, "https://bakery.example/"));
    }

    @Test
    void doesNotTouchWhatIsThereAlready() throws IOException {
        open().put(TestSites.page("a/index.html", "text"));
        Path file = folder.resolve("site/a/index.html");
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, before);
        open().put(TestSites.page("a/index.html", "text"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        open().put(TestSites.page("a/index.html", "next"));
        assertThat(file).hasContent("next");
    }

    @Test
    void saysThatTheDiskIsFull() {
        PublishFailure full = FolderFailures.of(folder, new IOException("No space left on device"))
                .failure();
        assertThat(full).isInstanceOf(PublishFailure.Quota.class);
        assertThat(full.remedy()).contains("Free some space");
    }

    @Test
    void saysWhatIsWrongWithAFolder() throws IOException {
        assertThat(failure(folder.resolve("usb/stick/site"))).isInstanceOf(PublishFailure.MissingPlace.class);
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThat(failure(file)).isInstanceOf(PublishFailure.Settings.class);
        assertThat(failure(folder)).isInstanceOf(PublishFailure.Conflict.class);
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", open(folder)))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                        .isInstanceOf(PublishFailure.Conflict.class));
        assertThat(file).hasContent("text");
        assertThat(folder).isDirectoryNotContaining("glob:**.html");
    }

    @Test
    void writesNothingOutside() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectory(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("site/assets"), outside);
        assertThatThrownBy(() -> open().put(TestSites.page("assets/a.html", "text")))
                .isInstanceOf(PublishProblem.class);
        assertThatThrownBy(() -> open().delete(List.of("../outside"))).isInstanceOf(PublishProblem.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void removesFoldersThatBecomeEmpty() {
        open().put(TestSites.page("a/b/index.html", "text"));
        open().put(TestSites.page("a/index.html", "text"));
        open().delete(List.of("a/b/index.html"));
        assertThat(folder.resolve("site/a/b")).doesNotExist();
        assertThat(folder.resolve("site/a/index.html")).exists();
    }

    @Test
    void knowsWhereVisitorsFindIt() {
        assertThat(open().publicUrl("index.html")).isEqualTo("https://bakery.example/");
        assertThat(open().publicUrl("menu/index.html")).isEqualTo("https://bakery.example/menu/");
        assertThat(open().publicUrl("404.html")).isEqualTo("https://bakery.example/404.html");
    }

    private static PublishFailure failure(Path place) {
        return ((Verdict.Refused) open(place).test()).failure();
    }
}
