package org.sitewright.adapter.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputTree;

class ZipHostTest extends TargetContract {
    @TempDir
    Path folder;

    @Override
    protected PublishTarget open() {
        return open(folder.resolve("site.zip"));
    }

    private static PublishTarget open(Path file) {
        return new ReleaseTarget(new ZipHost(new TargetSettings.Zip(file, "https://bakery.example/")), true);
    }

    @Test
    void aVisitorOfTheFileSeesOneReleaseAndNothingElse() {
        published(TestSites.bakery("one"));
        assertThat(folder).isDirectoryContaining("glob:**.zip");
        assertThat(folder.toFile().list()).containsExactly("site.zip");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(failure(folder.resolve("usb/site.zip"))).isInstanceOf(PublishFailure.MissingPlace.class);
        assertThat(failure(folder)).isInstanceOf(PublishFailure.Settings.class);
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
        assertThat(failure(text)).isInstanceOf(PublishFailure.Conflict.class);
        assertThat(text).hasContent("no zip at all");
    }

    @Test
    void refusesNamesThatOtherComputersCannotHold() {
        assertRefused(TestSites.with(TestSites.bakery("one"), TestSites.page("ü".repeat(130) + ".html", "x")), "255");
        assertThat(folder.resolve("site.zip")).doesNotExist();
    }

    private void assertRefused(OutputTree tree, String named) {
        assertThat(publish(tree)).isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(PublishFailure.Settings.class);
            assertThat(refused.failure().happened()).contains(named);
        });
    }

    private static PublishFailure failure(Path file) {
        return ((Verdict.Refused) open(file).test()).failure();
    }
}
