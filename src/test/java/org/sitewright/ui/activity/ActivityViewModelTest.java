package org.sitewright.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.HandClock;
import org.sitewright.journal.AuditLog;
import org.sitewright.journal.AuditQuery;
import org.sitewright.journal.AuditRecord;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.ui.activity.ActivityViewModel.Chain;
import org.sitewright.ui.activity.ActivityViewModel.Period;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.work.Problem;

/// The activity screen without a screen: it reads on as one scrolls, narrows, checks the chain, and writes all that is
/// looked at, however much that is, a stretch at a time.
@Timeout(60)
class ActivityViewModelTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final int MANY = 6_000;

    @TempDir
    private Path folder = Path.of("unused");

    private final HandClock clock = new HandClock();
    private final SteadyWork work = new SteadyWork();
    private final HeardNavigator navigator = new HeardNavigator(USER);
    private final LongLog log = new LongLog();
    private JournalVerdict verdict = new JournalVerdict.Whole(MANY, MANY, "0".repeat(64));
    private final ActivityViewModel model = new ActivityViewModel(
            new ActivityPorts(
                    log,
                    () -> verdict,
                    new ActivityPorts.Names(() -> Map.of(USER.toString(), "Sara"), () -> Map.of("s", "Aurora")),
                    clock,
                    ZoneOffset.UTC),
            navigator,
            work.work());

    @AfterEach
    void close() {
        work.close();
    }

    /// So many records, made as they are asked for.
    private static final class LongLog implements AuditLog {
        private final List<Integer> asked = new ArrayList<>();
        private final List<AuditQuery> queries = new ArrayList<>();

        private static AuditRecord record(long sequence) {
            return new AuditRecord(
                    sequence,
                    Instant.EPOCH.plusSeconds(sequence),
                    USER.toString(),
                    "s",
                    "site.save",
                    "Edit " + sequence,
                    "site",
                    "s",
                    "null",
                    "{\"n\":" + sequence + "}");
        }

        @Override
        public List<AuditRecord> latest(long before, int count) {
            return find(AuditQuery.ALL, before, count);
        }

        @Override
        public List<AuditRecord> ofSite(String site, long before, int count) {
            return find(AuditQuery.ALL.withSite(site), before, count);
        }

        @Override
        public List<AuditRecord> find(AuditQuery query, long before, int count) {
            asked.add(count);
            queries.add(query);
            long newest = Math.min(MANY, before - 1);
            return LongStream.iterate(newest, each -> each > 0 && each > newest - count, each -> each - 1)
                    .mapToObj(LongLog::record)
                    .toList();
        }

        @Override
        public List<String> actions() {
            return List.of("site.create", "site.save");
        }
    }

    private void load() {
        model.load();
        // Names, the first stretch and the chain.
        work.steps(3);
    }

    @Test
    void moreIsReadWhereTheListEnds() {
        load();
        assertThat(model.records())
                .hasSize(200)
                .first()
                .extracting(AuditRecord::sequence)
                .isEqualTo(6_000L);
        assertThat(model.person(model.records().getFirst())).isEqualTo("Sara");
        assertThat(model.site(model.records().getFirst())).isEqualTo("Aurora");
        model.more();
        model.more();
        work.step();
        assertThat(model.records())
                .hasSize(400)
                .last()
                .extracting(AuditRecord::sequence)
                .isEqualTo(5_601L);
        while (!model.completeProperty().get()) {
            model.more();
            work.step();
        }
        assertThat(model.records()).hasSize(MANY).doesNotHaveDuplicates();
        model.more();
        assertThat(work.isIdle()).isTrue();
    }

    @Test
    void anotherWishReplacesWhatWasRead() {
        load();
        model.queryProperty().set(AuditQuery.ALL.withWords("menu"));
        model.period(Period.WEEK);
        work.steps(2);
        assertThat(model.records()).hasSize(200);
        AuditQuery last = log.queries.getLast();
        assertThat(last.words()).isEqualTo("menu");
        assertThat(last.from()).isEqualTo(Instant.parse("2026-02-23T00:00:00Z"));
    }

    @Test
    void theChainIsWholeBrokenOrUnknown() {
        load();
        assertThat(model.chainProperty().get()).isEqualTo(new Chain.Whole(MANY, clock.instant()));
        verdict = new JournalVerdict.Damaged(List.of("000001.log: record 7"));
        model.check();
        assertThat(model.chainProperty().get()).isInstanceOf(Chain.Checking.class);
        work.step();
        assertThat(model.chainProperty().get()).isEqualTo(new Chain.Broken(List.of("000001.log: record 7")));
    }

    @Test
    void sixThousandRecordsAreWrittenAStretchAtATime() throws IOException {
        load();
        log.asked.clear();
        Path csv = folder.resolve("activity.csv");
        model.export(csv);
        work.step();
        assertThat(Files.readString(csv).split("\r\n")).hasSize(MANY + 1);
        Path json = folder.resolve("activity.json");
        model.export(json);
        work.step();
        var array = Json.read(Files.readString(json));
        assertThat(array.size()).isEqualTo(MANY);
        assertThat(array.path(MANY - 1).path("seq").intValue()).isEqualTo(1);
        assertThat(log.asked).hasSizeGreaterThan(20).allMatch(count -> count <= 500);
        assertThat(navigator.told())
                .containsExactly("Wrote 6000 records to activity.csv", "Wrote 6000 records to activity.json");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        load();
        model.export(folder.resolve("nowhere").resolve("activity.csv"));
        work.step();
        assertThat(navigator.faults()).hasSize(1).first().isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("SW-EXPORT");
            assertThat(problem.happened()).contains("activity.csv");
        });
    }
}
