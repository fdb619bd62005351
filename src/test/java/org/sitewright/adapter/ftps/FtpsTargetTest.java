package org.sitewright.adapter.ftps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.FtpsServer;
import org.sitewright.fixture.NewTlsOnly;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

class FtpsTargetTest extends TargetContract {
    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private final List<PublishTarget> opened = new ArrayList<>();
    private @Nullable FtpsServer running;
    private @Nullable PublishTarget usual;

    @AfterEach
    void stop() {
        opened.forEach(PublishTarget::close);
        server().close();
    }

    @Override
    protected PublishTarget open() {
        PublishTarget made = usual;
        if (made == null) {
            made = open("/www", server().certificate(), FtpsServer.PASSWORD);
            usual = made;
        }
        return made;
    }

    /// Each transfer makes a TLS connection of its own.
    @Override
    protected int faultStep() {
        return 5;
    }

    @Test
    void endsWhereTheServerStandsStill() {
        published(TestSites.bakery("one"));
        OutputTree two = TestSites.with(TestSites.bakery("two"), film());
        assertStopsSoon(open(), two, then -> server().standStillAfter(100_000, then));
        server().goOn();
        assertThat(open().list()).noneMatch(file -> file.path().equals("film.html"));
        published(two);
        assertHolds(two);
    }

    @Test
    void saysThatTheServerTakesNoMore() {
        published(TestSites.bakery("one"));
        CountDownLatch stands = new CountDownLatch(1);
        server().standStillAfter(100_000, stands::countDown);
        try (PublishTarget impatient = open(Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> impatient.put(film()))
                    .isInstanceOfSatisfying(PublishProblem.class, problem -> assertThat(problem.failure())
                            .isInstanceOf(PublishFailure.Network.class))
                    .hasMessageContaining("took nothing for 2 seconds");
        }
        assertThat(stands.getCount()).isZero();
        server().goOn();
        assertThat(open().list()).noneMatch(file -> file.path().equals("film.html"));
    }

    /// More than fits into the buffers between here and a server that reads nothing.
    private static OutputFile film() {
        return TestSites.page("film.html", "x".repeat(30_000_000));
    }

    private PublishTarget open(Duration silence) {
        Server at = new Server("127.0.0.1", server().port(), FtpsServer.USER);
        return new FtpsTarget(
                new TargetSettings.Ftps(at, "/www", server().certificate(), ""),
                () -> new AccessKey("", FtpsServer.PASSWORD),
                silence);
    }

    @Test
    void speaksTheNewerTlsWhereTheServerSpeaksNothingOlder() {
        try (NewTlsOnly entrance = new NewTlsOnly(server().port());
                PublishTarget newer = open(entrance.port(), "/www", server().certificate(), FtpsServer.PASSWORD)) {
            assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", newer))
                    .isInstanceOf(PublishResult.Published.class);
            assertThat(entrance.refused()).isPositive();
        }
        assertHolds(TestSites.bakery("one"));
    }

    @Test
    void asksBeforeItTrustsACertificate() {
        assertThat(failure("/www", "", FtpsServer.PASSWORD))
                .isInstanceOfSatisfying(PublishFailure.HostKey.class, unknown -> {
                    assertThat(unknown.changed()).isFalse();
                    assertThat(unknown.fingerprint()).isEqualTo(server().certificate());
                });
        assertThat(failure("/www", "SHA256:another", FtpsServer.PASSWORD))
                .isInstanceOfSatisfying(PublishFailure.HostKey.class, changed -> assertThat(changed.changed())
                        .isTrue());
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure("/www", server().certificate(), "wrong")).isInstanceOf(PublishFailure.Authentication.class);
        assertThat(failure("/no/such/folder", server().certificate(), FtpsServer.PASSWORD))
                .isInstanceOf(PublishFailure.MissingPlace.class);
    }

    @Test
    void saysThatThereIsNoMoreRoom() {
        published(TestSites.bakery("one"));
        for (int full : new int[] {452, 552, 550}) {
            server().refuse(full, full == 550 ? "Disk quota exceeded" : "Requested action not taken");
            assertThat(publish(TestSites.bakery("two")))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                            .isInstanceOf(PublishFailure.Quota.class)
                            .extracting(PublishFailure::remedy)
                            .asString()
                            .contains("ask the host for more room"));
        }
        server().refuse(0, "");
        assertHolds(TestSites.bakery("one"));
    }

    @Test
    void showsNothingHalfWhereTheConnectionForAFileIsCut() {
        OutputTree one = TestSites.bakery("one");
        OutputTree two = TestSites.bakery("two");
        published(one);
        for (int file = 1; hasCut(file, two); file++) {
            open().list().stream()
                    .filter(there -> !there.path().startsWith(PublishTarget.RECORDS))
                    .forEach(there -> {
                        String text = open().read(there.path()).orElseThrow().text();
                        assertThat(Stream.of(one, two)
                                        .flatMap(tree -> tree.file(there.path()).stream())
                                        .map(whole -> new String(whole.source().all(), StandardCharsets.UTF_8)))
                                .as(there.path())
                                .contains(text);
                    });
            assertThat(missingAssets()).isEmpty();
            target = new WatchedTarget(open());
            publish(two);
            assertHolds(two);
            publish(one);
        }
    }

    /// @return whether there were so many files
    private boolean hasCut(int file, OutputTree tree) {
        server().cut(file, 3, file % 2 == 0);
        PublishResult result = publish(tree);
        if (server().hasCut()) {
            assertThat(result)
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                            .isInstanceOf(PublishFailure.Network.class));
            return true;
        }
        server().cut(-1, 0, true);
        return false;
    }

    private PublishFailure failure(String place, String certificate, String password) {
        return ((Verdict.Refused) open(place, certificate, password).test()).failure();
    }

    private PublishTarget open(String place, String certificate, String password) {
        PublishTarget made = open(server().port(), place, certificate, password);
        opened.add(made);
        return made;
    }

    private static PublishTarget open(int port, String place, String certificate, String password) {
        Server at = new Server("127.0.0.1", port, FtpsServer.USER);
        return new FtpsTarget(new TargetSettings.Ftps(at, place, certificate, ""), () -> new AccessKey("", password));
    }

    private FtpsServer server() {
        FtpsServer started = running;
        if (started == null) {
            try {
                Path home = Files.createDirectory(folder.resolve("home"));
                started = FtpsServer.start(home, keys);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            running = started;
        }
        return started;
    }
}
