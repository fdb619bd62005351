package org.sitewright.adapter.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.HerokuServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.render.OutputTree;

class HerokuHostTest extends TargetContract {
    private final HerokuServer server = new HerokuServer();
    private final List<PublishTarget> opened = new ArrayList<>();

    @TempDir
    Path caches;

    @AfterEach
    void stop() {
        opened.forEach(PublishTarget::close);
        server.close();
    }

    @Override
    protected PublishTarget open() {
        return open(HerokuServer.APP, HerokuServer.KEY, "here");
    }

    @Test
    void endsWhereHerokuStandsStill() {
        published(TestSites.bakery("one"));
        for (String request : List.of("POST /apps/" + HerokuServer.APP + "/sources", "PUT")) {
            assertStopsSoon(open(), TestSites.bakery("two"), then -> server.standStillAt(request, then));
            server.goOn();
        }
        published(TestSites.bakery("three"));
        assertHolds(TestSites.bakery("three"));
    }

    @Test
    void anotherComputerSeesWhatIsServed() {
        published(TestSites.bakery("one"));
        PublishTarget there = open(HerokuServer.APP, HerokuServer.KEY, "there");
        assertThat(there.list()).hasSize(9);
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "there", there))
                .isInstanceOf(PublishResult.UpToDate.class);
        assertThat(publish(TestSites.bakery("two"), Consent.NONE, "there", there))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("two");
    }

    @Test
    void keepsOnlyTheArchiveThatIsServed() {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        assertThat(caches.resolve("here").toFile().list()).hasSize(1);
    }

    @Test
    void pagesLieCompressedBesideThemselves() throws IOException {
        OutputTree tree = TestSites.many(2, 5_000);
        published(tree);
        published(TestSites.with(tree, TestSites.page("p0/index.html", "changed".repeat(900))));
        assertThat(sitePaths()).containsExactlyElementsOf(tree.files().keySet());
        assertThat(beside("public/p0/index.html.gz"))
                .startsWith("changedchanged")
                .hasSize(6_300);
        assertThat(beside("public/p1/index.html.gz")).startsWith("1xxx").hasSize(5_001);
        publish(TestSites.without(tree, "p1/index.html"));
        assertThat(beside("public/p1/index.html.gz")).isEmpty();
    }

    private String beside(String wanted) throws IOException {
        File archive = Objects.requireNonNull(caches.resolve("here").toFile().listFiles())[0];
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(new FileInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(wanted)) {
                    return new String(
                            new GZIPInputStream(new ByteArrayInputStream(tar.readAllBytes())).readAllBytes(),
                            StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    @Test
    void goesBackByHerokusOwnRollback() {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        assertThat(run(publisher("there", new MemoryDeployments())
                        .rollback(TestSites.rollback(1), open(HerokuServer.APP, HerokuServer.KEY, "there"))))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(server.made()).extracting(HerokuServer.Made::slug).containsExactly(1, 2, 1, 3);
        assertThat(server.made().get(2).description()).isEqualTo("Rollback to v1");
        assertHolds(TestSites.bakery("one"));
        target = new WatchedTarget(open());
        published(TestSites.bakery("four"));
        assertThat(server.made()).extracting(HerokuServer.Made::slug).containsExactly(1, 2, 1, 3, 4);
    }

    @Test
    void saysWhatVisitorsSeeWhenOnlyTheRecordOfARollbackFails() {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        server.failNext();
        target = new WatchedTarget(open());
        assertThat(run(publisher("here").rollback(TestSites.rollback(1), target)))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(
                                refused.failure().happened())
                        .contains("Visitors see the version that was brought back"));
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
        target = new WatchedTarget(open());
        published(TestSites.bakery("three"));
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("three");
    }

    @Test
    void tellsWhereADomainMustLead() {
        server.addDomain("www.bakery.example", "whispering-willow-5678.herokudns.com");
        assertThat(open().nameFor("www.bakery.example")).contains("whispering-willow-5678.herokudns.com");
        assertThat(open().nameFor("bakery.example")).isEmpty();
        assertThat(open().nameFor(HerokuServer.APP + ".herokuapp.com")).isEmpty();
    }

    @Test
    void leavesTheSiteAsItWasWhenABuildFails() {
        published(TestSites.bakery("one"));
        server.failNext();
        assertThat(publish(TestSites.bakery("two"), Consent.NONE, "here", open()))
                .isInstanceOfSatisfying(
                        PublishResult.Refused.class,
                        refused -> assertThat(refused.failure().happened()).contains("Discovering process types"));
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(HerokuServer.APP, "revoked")).isInstanceOf(PublishFailure.Authentication.class);
        assertThat(failure("another", HerokuServer.KEY)).isInstanceOf(PublishFailure.MissingPlace.class);
        server.beBusy(1000, 429);
        assertThat(failure(HerokuServer.APP, HerokuServer.KEY)).isInstanceOf(PublishFailure.Busy.class);
    }

    @Test
    void saysThatThereIsNoMoreRoom() {
        published(TestSites.bakery("one"));
        for (int full : new int[] {402, 413, 507}) {
            server.beBusy(1, full);
            assertThat(failure(HerokuServer.APP, HerokuServer.KEY)).isInstanceOf(PublishFailure.Quota.class);
        }
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
    }

    private PublishFailure failure(String app, String key) {
        return ((Verdict.Refused) open(app, key, "here").test()).failure();
    }

    private PublishTarget open(String app, String key, String computer) {
        PublishTarget made = new ReleaseTarget(
                new HerokuHost(
                        new TargetSettings.Heroku(app, ""),
                        () -> new AccessKey("", key),
                        server.address(),
                        caches.resolve(computer),
                        wait -> assertThat(wait).isPositive()),
                false);
        opened.add(made);
        return made;
    }
}
