package org.sitewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.sitewright.accounts.Account;
import org.sitewright.history.Comparison;
import org.sitewright.history.Moment;
import org.sitewright.history.SiteWords;
import org.sitewright.journal.IndexedChange;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEntry;
import org.sitewright.journal.RowChange;
import org.sitewright.journal.SegmentFiles;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import org.sitewright.storage.Store;
import org.sitewright.storage.StoreOpening;
import org.sitewright.storage.StoredAccounts;
import org.sitewright.storage.StoredHistory;
import org.sitewright.storage.StoredSites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A site with 100,000 changes: how long opening its history takes, jumping to a moment, and the start after a kill
/// that left 10,000 changes in the journal alone. Beside them stands reading the same files from one end to the other.
final class HistoryBench {
    private static final int EVENTS = Integer.getInteger("bench.events", 100_000);
    private static final int REPLAYED = 10_000;
    private static final int PAGES = 12;
    private static final int JUMPS = 60;
    private static final UserId USER = new UserId(new UUID(1, 1));

    private final Path folder;
    private final Random random = new Random(1);
    private final List<JournalEntry> like = new ArrayList<>();
    private long audited = 1_000;

    private HistoryBench(Path folder) {
        this.folder = folder;
    }

    static boolean run() throws IOException {
        Path folder =
                Path.of(System.getProperty("bench.folder", "target/bench")).resolve("history");
        delete(folder);
        Files.createDirectories(folder);
        try {
            return new HistoryBench(folder).measure();
        } finally {
            delete(folder);
        }
    }

    private boolean measure() throws IOException {
        Site site = begin();
        append(EVENTS - REPLAYED);
        open().close();
        long start = System.nanoTime();
        open().close();
        double empty = Benchmarks.seconds(start);
        append(REPLAYED);
        long bytes = bytes();
        start = System.nanoTime();
        Store store = open();
        double replay = Benchmarks.seconds(start) - empty;
        try (store) {
            start = System.nanoTime();
            int unused = new StoredHistory(store, folder.resolve("cache"))
                    .moments(site.id())
                    .size();
            double first = Benchmarks.seconds(start);
            double[] openings = new double[5];
            for (int i = 0; i < openings.length; i++) {
                start = System.nanoTime();
                StoredHistory opened = new StoredHistory(store, folder.resolve("cache"));
                int count = opened.moments(site.id()).size();
                Site newest = opened.at(site.id(), Long.MAX_VALUE).orElseThrow();
                if (count == 0 || newest.pages().isEmpty()) {
                    throw new IllegalStateException("nothing was opened");
                }
                openings[i] = Benchmarks.seconds(start);
            }
            double opening = Benchmarks.median(openings);
            StoredHistory history = new StoredHistory(store, folder.resolve("cache"));
            List<Moment> moments = history.moments(site.id());
            Site now = history.at(site.id(), Long.MAX_VALUE).orElseThrow();
            double[] jumps = jumps(history, moments, now);
            double whole = readWhole();
            double worst = Stream.of(jumps)
                    .flatMapToDouble(java.util.Arrays::stream)
                    .max()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%,d changes, %,d MB of journal: reading all of it %.2f s, indexing it once %.2f s%n",
                    moments.size(),
                    bytes >> 20,
                    whole,
                    first);
            System.out.printf(
                    Locale.ROOT,
                    "opening the history %.0f ms (under 300); jumping anywhere with the comparison %.1f ms in the middle, "
                            + "%.0f ms at worst (under 200); %,d changes to replay make a start of %.2f s longer by"
                            + " %.2f s (under 2)%n",
                    opening * 1e3,
                    Benchmarks.median(jumps) * 1e3,
                    worst * 1e3,
                    REPLAYED,
                    empty,
                    replay);
            return moments.size() >= EVENTS && opening < 0.3 && worst < 0.2 && replay < 2;
        }
    }

    private double[] jumps(StoredHistory history, List<Moment> moments, Site now) {
        double[] jumps = new double[JUMPS];
        for (int i = 0; i < JUMPS; i++) {
            Moment moment = moments.get(random.nextInt(moments.size()));
            long start = System.nanoTime();
            Site then = history.at(now.id(), moment.sequence()).orElseThrow();
            Comparison comparison = Comparison.of(then, now, SiteWords.plain());
            jumps[i] = Benchmarks.seconds(start);
            if (comparison.isSame()) {
                System.out.println("the same as now: moment " + moment.sequence());
            }
        }
        return jumps;
    }

    private Store open() {
        return StoreOpening.open(folder, Clock.systemUTC(), new Ids(new Random(2)));
    }

    /// A real site with one real change of each page, which later ones are made after.
    private Site begin() {
        Site made = new ManyPages().site(PAGES);
        Site site = new Site(
                made.id(),
                USER,
                made.name(),
                made.description(),
                made.type(),
                made.brief(),
                made.language(),
                made.theme(),
                made.top(),
                made.pages(),
                made.bottom());
        try (Store store = open()) {
            new StoredAccounts(store).add(account());
            StoredSites sites = new StoredSites(store);
            sites.create(site, new Change(USER, "New site"));
            Site now = site;
            for (Page page : site.pages()) {
                now = now.withSection(
                        page.sections().getFirst().id(),
                        section -> section.withContent(
                                section.content().with(FieldPath.of("title"), new Value.Text("@@@"))));
                sites.save(now, new Change(USER, "Headline of Hero on " + page.name()));
            }
            StoredHistory history = new StoredHistory(store, folder.resolve("cache"));
            for (IndexedChange change : history.index().ofSite(site.id().toString())) {
                if (change.action().equals("site.save")) {
                    like.add(history.index().read(change));
                }
            }
        }
        return site;
    }

    private void append(int count) {
        try (Journal journal = Journal.open(folder.resolve("journal"), SegmentFiles.ON_DISK, 0)) {
            Instant at = Instant.parse("2026-03-01T08:00:00Z").plus(Duration.ofMinutes(journal.lastSequence()));
            for (int i = 0; i < count; i++) {
                JournalEntry entry = like.get(random.nextInt(like.size()));
                String title = "Title " + random.nextInt(1_000_000);
                at = at.plusSeconds(20 + random.nextInt(random.nextInt(50) == 0 ? 40_000 : 200));
                List<RowChange> rows =
                        entry.rows().stream().map(row -> with(row, title)).toList();
                journal.append(new JournalEntry(
                        at,
                        entry.actor(),
                        entry.site(),
                        entry.action(),
                        entry.label(),
                        entry.resourceType(),
                        entry.resourceId(),
                        entry.previous(),
                        with(entry.next(), title),
                        rows));
            }
        }
    }

    /// Each change has its own row of the audit log.
    private RowChange with(RowChange row, String title) {
        if (!(row instanceof RowChange.Put put)) {
            return row;
        }
        ObjectNode columns = (ObjectNode) with(put.columns(), title);
        if (!put.table().equals("audit_logs")) {
            return new RowChange.Put(put.table(), put.key(), columns);
        }
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new RowChange.Put(put.table(), id, columns.put("id", id).put("sequence", ++audited));
    }

    private static JsonNode with(JsonNode tree, String title) {
        return Json.read(Json.write(tree).replace("@@@", title));
    }

    private double readWhole() throws IOException {
        long start = System.nanoTime();
        long sum = 0;
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            for (Path file : files.toList()) {
                sum += Files.readAllBytes(file).length;
            }
        }
        return sum == 0 ? 0 : Benchmarks.seconds(start);
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Account account() {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");
        return new Account(
                USER,
                "ada@example.org",
                "$2a$12$hash",
                new Account.Profile("Ada", Account.UserType.FREELANCER, "", "", ""),
                new Account.Security(false, false, 0, now),
                new Account.Subscription(Account.Plan.PRO, now, null),
                Account.Preferences.DEFAULT,
                new Account.Visits(null, 0, now, now));
    }
}
