package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.sitewright.render.OutputTree;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// That a publish ends in the middle of a file when somebody asks it to.
public abstract class CancelContract extends PublishSteps {
    @Test
    void endsWithinALargeFile() {
        published(TestSites.bakery("one"));
        List<String> before = sitePaths();
        LongContent content = new LongContent();
        OutputTree tree = TestSites.with(TestSites.bakery("two"), content.file("assets/film-0123456789.mp4"));
        CancelToken cancel = new CancelToken();
        content.after(passesBeforeItSends() * LongContent.SIZE + LongContent.SIZE / 3, cancel::cancel);
        assertThatThrownBy(() -> publisher("here")
                        .publish(TestSites.request(tree), target)
                        .run(Progress.NONE, cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(cancel.isCancelled()).isTrue();
        assertThat(content.readSince()).as("bytes read after the cancel").isLessThan(1 << 20);
        assertThat(sitePaths()).doesNotContain("assets/film-0123456789.mp4").containsAll(before);
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
        assertThat(deployments.list(TestSites.SITE).getFirst().error()).startsWith("Cancelled.");
        watch();
        published(tree);
        assertThat(open().list())
                .filteredOn(file -> file.path().equals("assets/film-0123456789.mp4"))
                .singleElement()
                .extracting(RemoteFile::size)
                .isIn(LongContent.SIZE, RemoteFile.UNKNOWN);
    }

    /// How many times the content of a file is read to name it, before it is read to be sent.
    protected int passesBeforeItSends() {
        return 0;
    }
}
