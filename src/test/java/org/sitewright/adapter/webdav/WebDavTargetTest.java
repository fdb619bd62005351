package org.sitewright.adapter.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.adapter.http.Pause;
import org.sitewright.fixture.DavServer;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.render.RulesBlock;
import org.sitewright.work.CancelToken;

class WebDavTargetTest extends TargetContract {
    private final DavServer server = new DavServer();
    private final List<PublishTarget> opened = new ArrayList<>();
    private final PublishTarget usual = open(server.folder(), DavServer.PASSWORD);

    @AfterEach
    void stop() {
        opened.forEach(PublishTarget::close);
        server.close();
    }

    @Override
    protected PublishTarget open() {
        return usual;
    }

    @Test
    void findsOutThatTheServerChecksConditions() {
        assertThat(open().test()).isEqualTo(new Verdict.Ready(new TargetSettings.Support(true, false), List.of()));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(server.folder(), "wrong")).isInstanceOf(PublishFailure.Authentication.class);
        assertThat(failure(server.address() + "/no/such/folder/", DavServer.PASSWORD))
                .isInstanceOf(PublishFailure.MissingPlace.class);
        assertThat(failure("http://127.0.0.1:1/", DavServer.PASSWORD)).isInstanceOf(PublishFailure.Network.class);
        assertThatThrownBy(() -> open("ftp://x", "")).isInstanceOf(PublishProblem.class);
    }

    @Test
    void waitsWhenTheServerIsBusy() {
        server.beBusy(3, 503);
        published(TestSites.bakery("one"));
    }

    @Test
    void saysThatThereIsNoMoreRoomAndShowsNothingHalf() {
        published(TestSites.bakery("one"));
        for (int requests = 12; requests < 40; requests += 9) {
            int room = requests;
            try (FaultyHttp line = new FaultyHttp(server.address().getPort())) {
                line.plan(number -> number > room ? FaultyHttp.Fault.FULL_507 : FaultyHttp.Fault.NONE);
                PublishTarget full = open(line.endpoint() + "/www/", DavServer.PASSWORD);
                assertThat(publish(TestSites.bakery("two " + room), Consent.NONE, "here", full))
                        .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                                .isInstanceOf(PublishFailure.Quota.class));
            }
            assertThat(missingAssets()).isEmpty();
        }
        published(TestSites.bakery("three"));
    }

    /// Apache takes no condition on a file that was written within the second.
    @Test
    void waitsUntilTheTagOfARecordFits() {
        server.letTagsSettle();
        AtomicInteger waits = new AtomicInteger();
        PublishTarget patient = open(server.folder(), DavServer.PASSWORD, wait -> {
            waits.incrementAndGet();
            server.settle();
        });
        for (String edition : List.of("one", "two", "three")) {
            assertThat(publish(TestSites.bakery(edition), Consent.NONE, "here", patient))
                    .isInstanceOf(PublishResult.Published.class);
        }
        assertThat(waits).hasPositiveValue();
    }

    /// So it is with nginx.
    @Test
    void publishesWhereNeitherTagsNorHiddenFilesAreListed() {
        server.beLikeNginx();
        assertThat(usual.test()).isInstanceOfSatisfying(Verdict.Ready.class, ready -> assertThat(ready.warnings())
                .hasSize(1));
        OutputFile rules = TestSites.page(RulesBlock.PATH, "Options -Indexes");
        for (String edition : List.of("one", "two", "three")) {
            published(TestSites.with(TestSites.bakery(edition), rules));
        }
        assertThat(publish(TestSites.with(TestSites.bakery("three"), rules)))
                .isInstanceOf(PublishResult.UpToDate.class);
        assertThat(drift("here").findings()).isEmpty();
        assertThat(usual.list()).extracting(RemoteFile::path).contains(RulesBlock.PATH);
        String tag = usual.read("_deploy/current.json").orElseThrow().tag();
        assertThat(usual.writeIf("_deploy/current.json", "theirs", "another tag"))
                .isEmpty();
        assertThat(usual.writeIf("_deploy/current.json", "theirs", tag)).isPresent();
        assertThat(usual.writeIf("_deploy/current.json", "ours", tag)).isEmpty();
    }

    @Test
    void doesNotWaitForEverForATagThatNeverFits() {
        String tag = usual.writeIf("_deploy/current.json", "one", "").orElseThrow();
        server.letTagsSettle();
        assertThat(usual.writeIf("_deploy/current.json", "two", tag)).isPresent();
        String next = usual.read("_deploy/current.json").orElseThrow().tag();
        assertThat(usual.writeIf("_deploy/current.json", "three", next)).isEmpty();
        assertThat(usual.read("_deploy/current.json").orElseThrow().text()).isEqualTo("two");
    }

    /// Well within the time that a silent server is given.
    @Test
    void endsWhereTheServerStandsStill() {
        CancelToken cancel = new CancelToken();
        server.standStillAt("PUT", cancel::cancel);
        OutputFile film = TestSites.page("film.html", "x".repeat(2_000_000));
        long before = System.nanoTime();
        assertThatThrownBy(() -> open().put(film, cancel)).isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        server.goOn();
        assertThat(open().list()).noneMatch(file -> file.path().equals("film.html"));
    }

    private PublishFailure failure(String address, String password) {
        return ((Verdict.Refused) open(address, password).test()).failure();
    }

    private PublishTarget open(String address, String password) {
        return open(address, password, wait -> assertThat(wait).isPositive());
    }

    private PublishTarget open(String address, String password, Pause pause) {
        PublishTarget made = new WebDavTarget(
                new TargetSettings.WebDav(address, DavServer.USER, ""), () -> new AccessKey("", password), pause);
        opened.add(made);
        return made;
    }
}
