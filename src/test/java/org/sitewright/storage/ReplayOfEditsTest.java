package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Transaction;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;

/// The law of the journal: whatever was done in the editor, the journal alone gives the same site again.
class ReplayOfEditsTest {
    private static final int EDITS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = 11)
    void aThousandEditsAreReplayedToTheSameSite(long seed) throws IOException {
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, USER);
        Site first = some.bakery(2);
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(first, CHANGE);
        }
        Path database = folder.resolve("database").resolve("sitewright.mv.db");
        byte[] before = Files.readAllBytes(database);
        Site last;
        try (OpenStore open = new OpenStore(folder)) {
            last = edited(open, first, some, random);
        }
        assertThat(last).isNotEqualTo(first);
        Files.write(database, before);
        Files.delete(database.resolveSibling("sealed"));
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.sites.find(first.id())).contains(last);
            assertThat(open.store.verify()).isEmpty();
        }
    }

    private static Site edited(OpenStore open, Site first, SomeSite some, Random random) {
        HandClock clock = new HandClock();
        Editor editor = new Editor(first, clock);
        for (int edit = 0; edit < EDITS; edit++) {
            clock.advance(Duration.ofMillis(random.nextInt(900)));
            if (random.nextInt(8) == 0) {
                editor.undo();
            } else {
                List<Edit> edits = List.of(AnyEdit.of(editor.site(), some, random));
                editor.dispatch(
                        new Transaction("step", "", edits, editor.state().selection(), Transaction.Source.PANEL));
            }
            // As in the editor, several edits are written together.
            if (random.nextInt(60) == 0 || edit == EDITS - 1) {
                open.sites.save(editor.site(), CHANGE);
            }
        }
        return editor.site();
    }
}
