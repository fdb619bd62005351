package org.sitewright.adapter.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.HerokuServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;

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
