package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.journal.AuditExport;
import org.sitewright.journal.AuditQuery;
import org.sitewright.journal.AuditRecord;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.json.Json;

/// The audit log, narrowed and written out, and its chain of hashes.
class AuditQueryTest {
    @TempDir
    private Path folder = Path.of("unused");

    private final HandClock clock = new HandClock();
    private Store store;
    private StoredAuditLog log;
    private Site site;
    private Instant later;

    @BeforeEach
    void open() {
        store = StoreOpening.open(folder, clock, new Ids(new Random(1)));
        new StoredAccounts(store).add(OpenStore.account(USER, "ada@example.org"));
        StoredSites sites = new StoredSites(store);
        site = new SomeSite(2, USER).bakery(1);
        sites.create(site, new Change(USER, "New site"));
        sites.create(new SomeSite(3, USER).bakery(1), new Change(USER, "Another"));
        clock.advance(Duration.ofDays(1));
        later = clock.instant();
        sites.save(site.withDetails("=cmd|' /C calc'!A0", "", "en"), new Change(USER, "=HYPERLINK(\"x\") 100%_"));
        sites.archive(site.id(), true, new Change(USER, "Archive it"));
        log = new StoredAuditLog(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> labels(AuditQuery query) {
        return log.find(query, Long.MAX_VALUE, 10).stream()
                .map(AuditRecord::label)
                .toList();
    }

    @Test
    void isNarrowedByEverything() {
        AuditQuery all = AuditQuery.ALL;
        assertThat(labels(all)).hasSize(5);
        assertThat(labels(all.withPerson(USER.toString()))).hasSize(5);
        assertThat(labels(all.withPerson("00000000-0000-4000-8000-00000000000b")))
                .isEmpty();
        assertThat(labels(all.withSite(site.id().toString())))
                .containsExactly("Archive it", "=HYPERLINK(\"x\") 100%_", "New site");
        assertThat(labels(all.withAction("site.create"))).containsExactly("Another", "New site");
        assertThat(labels(all.withAction("site."))).hasSize(4);
        assertThat(labels(all.withResourceType("account"))).hasSize(1);
        assertThat(labels(all.withWords("ARCHIVE"))).containsExactly("Archive it");
        assertThat(labels(all.withWords("0%_"))).containsExactly("=HYPERLINK(\"x\") 100%_");
        assertThat(labels(all.withWords("%"))).hasSize(1);
        assertThat(labels(all.withTime(later, null))).hasSize(2);
        assertThat(labels(all.withTime(null, later))).hasSize(3);
        assertThat(log.find(all, log.find(all, Long.MAX_VALUE, 2).getLast().sequence(), 10))
                .hasSize(3);
        assertThat(log.actions()).contains("site.create", "site.save", "site.archive");
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormula() {
        StringBuilder out = new StringBuilder();
        long count = new AuditExport(log, Map.of(USER.toString(), "@Ada")).csv(AuditQuery.ALL, out);
        assertThat(count).isEqualTo(5);
        assertThat(out.toString().split("\r\n")).hasSize(6);
        assertThat(out).contains("\"'=HYPERLINK(\"\"x\"\") 100%_\"").contains("\"'@Ada\"");
        assertThat(out.toString()).doesNotContainPattern("(^|,)\"[=+@-]");
    }

    @Test
    void jsonHasEveryRecordWithItsValues() {
        StringBuilder out = new StringBuilder();
        new AuditExport(log, Map.of()).json(AuditQuery.ALL.withAction("site.save"), out);
        var array = Json.read(out.toString());
        assertThat(array.size()).isEqualTo(1);
        assertThat(array.path(0).path("next").path("name").stringValue()).startsWith("=cmd");
        out.setLength(0);
        new AuditExport(log, Map.of()).json(AuditQuery.ALL.withWords("nothing at all"), out);
        assertThat(Json.read(out.toString()).size()).isZero();
    }

    @Test
    void aRecordThatWasAlteredIsNamed() throws IOException {
        assertThat(store.checkChain()).isInstanceOf(JournalVerdict.Whole.class);
        try (FileChannel file =
                FileChannel.open(folder.resolve("journal").resolve("001.log"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {'x'}), 400);
        }
        assertThat(store.checkChain())
                .isInstanceOfSatisfying(JournalVerdict.Damaged.class, damaged -> assertThat(damaged.places())
                        .anyMatch(place -> place.contains("001.log")));
    }
}
