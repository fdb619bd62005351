package org.sitewright.adapter.vercel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.VercelServer;
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

class VercelHostTest extends TargetContract {
    private final VercelServer server = new VercelServer();
    private final List<PublishTarget> opened = new ArrayList<>();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        opened.forEach(PublishTarget::close);
        server.close();
    }

    @Override
    protected PublishTarget open() {
        return open(VercelServer.PROJECT, VercelServer.TEAM, VercelServer.TOKEN);
    }

    @Override
    protected int passesBeforeItSends() {
        return 3;
    }

    @Test
    void sendsOnlyWhatVercelDoesNotHave() {
        published(TestSites.bakery("one"));
        int first = server.uploads().size();
        published(TestSites.with(TestSites.bakery("one"), TestSites.page("menu/index.html", "New prices")));
        assertThat(server.uploads()).hasSize(first + 3).doesNotHaveDuplicates();
        assertThat(server.deployments()).isEqualTo(2);
    }

    @Test
    void endsWhereVercelStandsStill() {
        published(TestSites.bakery("one"));
        for (String request : List.of("POST /v2/files", "POST /v13/deployments", "GET /v13/deployments/")) {
            assertStopsSoon(open(), TestSites.bakery("two"), then -> server.standStillAt(request, then));
            server.goOn();
        }
        published(TestSites.bakery("three"));
        assertHolds(TestSites.bakery("three"));
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        server.beBusy(2, 429);
        published(TestSites.bakery("one"));
        assertThat(pauses).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void givesUpOnAHostThatStaysBroken() {
        server.beBusy(1000, 503);
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", open()))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                        .isInstanceOf(PublishFailure.Busy.class));
        assertThat(pauses).hasSizeBetween(4, 8).isSorted();
    }

    @Test
    void leavesTheSiteAsItWasWhenADeploymentFails() {
        published(TestSites.bakery("one"));
        server.failNext();
        assertThat(publish(TestSites.bakery("two"), Consent.NONE, "here", open()))
                .isInstanceOfSatisfying(
                        PublishResult.Refused.class,
                        refused -> assertThat(refused.failure().happened()).contains("The oven is cold"));
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(VercelServer.PROJECT, VercelServer.TEAM, "revoked"))
                .isInstanceOfSatisfying(PublishFailure.Authentication.class, refused -> assertThat(
                                refused.happened() + refused.remedy())
                        .doesNotContain("token-of"));
        assertThat(failure(VercelServer.PROJECT, "team_2", VercelServer.TOKEN))
                .isInstanceOf(PublishFailure.Forbidden.class);
        assertThat(failure("another", VercelServer.TEAM, VercelServer.TOKEN))
                .isInstanceOf(PublishFailure.MissingPlace.class);
    }

    @Test
    void saysThatThereIsNoMoreRoom() {
        published(TestSites.bakery("one"));
        for (int full : new int[] {402, 413, 507}) {
            server.beBusy(1, full);
            assertThat(failure(VercelServer.PROJECT, VercelServer.TEAM, VercelServer.TOKEN))
                    .isInstanceOf(PublishFailure.Quota.class);
        }
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("one");
    }

    @Test
    void saysWhatTheDomainStillNeeds() {
        assertThat(open().test()).isInstanceOfSatisfying(Verdict.Ready.class, ready -> assertThat(ready.warnings())
                .singleElement()
                .asString()
                .contains("bakery.example"));
    }

    private PublishFailure failure(String project, String team, String token) {
        return ((Verdict.Refused) open(project, team, token).test()).failure();
    }

    private PublishTarget open(String project, String team, String token) {
        TargetSettings.Vercel settings = new TargetSettings.Vercel(project, team, "https://bakery.example/");
        PublishTarget made = new ReleaseTarget(
                new VercelHost(settings, () -> new AccessKey("", token), server.address(), pauses::add), false);
        opened.add(made);
        return made;
    }
}
