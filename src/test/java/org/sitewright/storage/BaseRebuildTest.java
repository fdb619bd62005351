package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.backup.RowSink;
import org.sitewright.backup.ScratchStores;
import org.sitewright.fixture.SomeSite;
import org.sitewright.history.Binned;
import org.sitewright.history.Binned.Kind;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.work.Problem;
import tools.jackson.databind.node.ObjectNode;

/// A store whose journal begins at a base, as one that came back from a backup, is rebuilt from base and journal.
class BaseRebuildTest {
    @TempDir
    Path temp;

    private final Site site = new SomeSite(4, USER).bakery(2);
    private final Site last = site.withDetails("After the base", "", "en");
    private Path folder;

    private record Line(String table, ObjectNode row) {}

    @BeforeEach
    void restore() {
        folder = temp.resolve("restored");
        List<Line> base = new ArrayList<>();
        List<Line> rows = new ArrayList<>();
        List<JournalRecord> records;
        JournalPosition origin;
        JournalPosition at;
        try (OpenStore open = new OpenStore(temp.resolve("first"))) {
            open.sites.create(site, CHANGE);
            StoreCopy live = new StoreCopy(open.store);
            origin = live.export((table, row) -> base.add(new Line(table, row)));
            open.sites.save(site.withDetails("Between", "", "en"), CHANGE);
            open.sites.save(last, CHANGE);
            records = live.records(origin.sequence(), Long.MAX_VALUE);
            at = live.export((table, row) -> rows.add(new Line(table, row)));
        }
        new StoresFromBackups(Clock.systemUTC(), new Ids(new Random(1)))
                .build(
                        folder,
                        new ScratchStores.Ingredients(
                                origin, sink -> give(base, sink), records::forEach, at, sink -> give(rows, sink)));
    }

    private static void give(List<Line> lines, RowSink sink) {
        lines.forEach(line -> sink.row(line.table(), line.row()));
    }

    private Path database() {
        return folder.resolve("database").resolve("sitewright.mv.db");
    }

    private void opensWhole(int notes) {
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).hasSize(notes);
            assertThat(open.sites.find(site.id())).contains(last);
            assertThat(open.accounts.find(USER)).isPresent();
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatDoesNotOpenIsRebuiltUponTheBase() throws IOException {
        opensWhole(0);
        byte[] noise = new byte[200_000];
        new Random(3).nextBytes(noise);
        Files.write(database(), noise);
        opensWhole(2);
        opensWhole(0);
    }

    @Test
    void whatTheBaseHadGoesIntoTheBinAndComesBack() {
        try (OpenStore open = new OpenStore(folder)) {
            StoredBin bin =
                    new StoredBin(open.store, open.sites, new StoredHistory(open.store, folder.resolve("cache")));
            assertThat(bin.list(USER)).isEmpty();
            Page gone = last.pages().get(1);
            open.sites.save(last.withPages(List.of(last.home())), CHANGE);
            List<Binned> things = bin.list(USER);
            assertThat(things).extracting(Binned::kind, Binned::name).containsExactly(tuple(Kind.PAGE, gone.name()));
            bin.bringBack(things.getFirst(), CHANGE);
            assertThat(open.sites.find(site.id()).orElseThrow().page(gone.id())).contains(gone);
            open.sites.delete(site.id(), CHANGE);
            assertThat(bin.list(USER)).extracting(Binned::kind).containsExactly(Kind.SITE);
            bin.bringBack(bin.list(USER).getFirst(), CHANGE);
            assertThat(open.sites.find(site.id())).contains(last);
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsGoneIsMadeAgainUponTheBase() throws IOException {
        opensWhole(0);
        Files.delete(database());
        opensWhole(0);
    }

    @Test
    void aDamagedBaseIsNamedAndNothingIsMadeUp() throws IOException {
        opensWhole(0);
        Files.delete(database());
        Path base = folder.resolve("journal").resolve("base.jsonl.gz");
        byte[] whole = Files.readAllBytes(base);
        byte[] bytes = whole.clone();
        bytes[bytes.length / 2] ^= 16;
        Files.write(base, bytes);
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> new OpenStore(folder)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo("SW-JOURNAL-BASE");
                assertThat(problem.remedy()).contains("sitewright restore");
            });
        }
        Files.write(base, whole);
        opensWhole(0);
    }
}
