package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.backup.Releases;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;

/// A data folder as a loss of power left it between the moment in which H2 noted a commit and the one in which it was
/// done with it. H2 opens the file and answers; whoever changes a row of that commit waits forever.
class UnfinishedCommitTest {
    private final Site site = new SomeSite(42, USER).bakery(3);

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isRebuiltFromTheJournal(@TempDir Path temp) throws IOException {
        Path folder = Releases.unpack("killed-while-committing.zip", temp.resolve("data"));
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).anyMatch(note -> note.contains("rebuilt from the journal"));
            Site found = open.sites.find(site.id()).orElseThrow();
            assertThat(found.name()).isEqualTo("Save 18");
            assertThat(open.store.verify()).isEmpty();
            open.sites.save(found.withDetails("After it", "", "en"), CHANGE);
        }
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).isEmpty();
            assertThat(open.sites.find(site.id()).orElseThrow().name()).isEqualTo("After it");
        }
    }
}
