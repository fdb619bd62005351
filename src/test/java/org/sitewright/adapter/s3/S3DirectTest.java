package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.blob.BlobSource;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class S3DirectTest {
    private static final String BUCKET = "direct";

    private final S3Server server = S3Server.start(0);
    private final FaultyHttp line = new FaultyHttp(server.port());
    private final AccessKey key = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
    private final S3Target target = new S3Target(settings(line.endpoint(), TargetSettings.Support.FULL), () -> key);

    @BeforeEach
    void create() {
        server.createBucket(BUCKET);
        line.plan(number -> Fault.NONE);
    }

    @AfterEach
    void stop() {
        target.close();
        line.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "über uns/index.html",
                "a+b/c d.html",
                "what (new)?/~me*.html",
                "100%/x=y&z.html",
                "日本/🍞.html"
            })
    void findsItsWayAndIsSigned(String path) throws Exception {
        OutputFile file = TestSites.page("p.html", "bread");
        for (boolean sums : List.of(true, false)) {
            S3Put put = request(path, file, sums);
            try (SdkHttpClient connections = S3Clients.connections(TargetSettings.Delivery.PLAIN)) {
                S3Direct direct = direct(line.endpoint(), connections, Duration.ofMinutes(1));
                assertThat(direct.put(put).map(S3Direct.Put::tag)).isEqualTo(target.expectedTag(file));
                assertThat(text(direct.get(path).orElseThrow())).contains("bread");
                assertThat(direct.list(path).orElseThrow()).singleElement().satisfies(item -> {
                    assertThat(item.key()).isEqualTo(path);
                    assertThat(item.size()).isEqualTo(file.size());
                    assertThat(item.tag()).isEqualTo(target.expectedTag(file).orElseThrow());
                });
            }
            assertThat(server.keys(BUCKET)).containsExactly(path);
        }
        assertThat(line.requests()).hasSize(6);
    }

    /// Visitors are told the same, whichever way a file went.
    @Test
    void leavesNothingOut() {
        target.put(TestSites.page("small.html", "x"));
        target.put(TestSites.page("large.html", "x".repeat(300_000)));
        HeadObjectResponse small = head("small.html");
        HeadObjectResponse large = head("large.html");
        assertThat(small.contentType()).isEqualTo(large.contentType());
        assertThat(small.cacheControl()).isEqualTo(large.cacheControl());
        assertThat(small.metadata().keySet()).isEqualTo(large.metadata().keySet());
        assertThat(small.metadata())
                .containsEntry("sha256", TestSites.page("small.html", "x").sha256());
        assertThat(small.storageClass()).isEqualTo(large.storageClass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ERROR_500", "SLOW_DOWN_503", "TOO_MANY_429", "SILENCE", "CUT_BODY", "LOST_REPLY", "CONFLICT_409"
            })
    void goesTheUsualWayWhenItDoesNotGoWell(String fault) {
        line.plan(number -> number == 1 ? Fault.valueOf(fault) : Fault.NONE);
        OutputFile file = TestSites.page("index.html", "bread");
        assertThat(target.put(file)).isEqualTo(target.expectedTag(file).orElseThrow());
        assertThat(line.requests()).hasSize(2).allMatch(asked -> asked.startsWith("PUT "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR_500", "SLOW_DOWN_503", "TOO_MANY_429", "SILENCE", "LOST_REPLY", "CUT_REPLY"})
    void listsAndReadsTheUsualWayWhenItDoesNotGoWell(String fault) {
        target.put(TestSites.page("index.html", "bread"));
        line.plan(number -> number == 1 ? Fault.valueOf(fault) : Fault.NONE);
        assertThat(target.list()).hasSize(1);
        line.plan(number -> number == 1 ? Fault.valueOf(fault) : Fault.NONE);
        assertThat(target.writeIf("record.json", "{}", "")).isPresent();
        line.plan(number -> number == 1 ? Fault.valueOf(fault) : Fault.NONE);
        assertThat(target.read("record.json").orElseThrow().text()).isEqualTo("{}");
    }

    /// The content is opened before there is a connection.
    @Test
    void closesWhatItSends() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        BlobSource body = new BlobSource(5, S3Signature.sha256("bread"), () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream("bread".getBytes(StandardCharsets.UTF_8)) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        });
        String nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + gone.getLocalPort();
        }
        try (SdkHttpClient connections = S3Clients.connections(TargetSettings.Delivery.PLAIN)) {
            S3Put put = S3Put.of("a.html", "text/html", body);
            assertThat(direct(nobody, connections, Duration.ofMinutes(1)).put(put))
                    .isEmpty();
            assertThat(opened).hasValue(1);
            assertThat(closed).hasPositiveValue();
            assertThat(direct(line.endpoint(), connections, Duration.ofMinutes(1))
                            .put(put))
                    .isPresent();
        }
    }

    /// It costs no second request: the host told all there is to know.
    @Test
    void takesAMissingObjectForAnAnswer() {
        assertThat(target.read("record.json")).isEmpty();
        assertThat(line.requests()).hasSize(1);
    }

    @Test
    void listsPageAfterPage() {
        for (int number = 0; number < 1_001; number++) {
            String path = "a %d+ü.txt".formatted(number);
            server.client().putObject(request -> request.bucket(BUCKET).key(path), RequestBody.fromString("x"));
        }
        assertThat(target.list()).hasSize(1_001).anyMatch(file -> file.path().equals("a 7+ü.txt"));
        assertThat(line.requests()).hasSize(2);
    }

    /// What the SDK would mend by itself each time, as a wrong clock, does not cost each file a request more.
    @Test
    void givesUpAfterSomeRefusalsInARow() {
        line.plan(number -> number % 2 == 1 && number < 30 ? Fault.ERROR_500 : Fault.NONE);
        for (int number = 0; number < 8; number++) {
            assertThat(target.put(TestSites.page("index.html", "bread"))).isNotEmpty();
        }
        line.plan(number -> Fault.NONE);
        assertThat(target.put(TestSites.page("index.html", "more"))).isNotEmpty();
        assertThat(line.requests()).hasSize(1);
    }

    @Test
    void saysWhatTheHostSaid() {
        line.deny(asked -> asked.startsWith("PUT "));
        assertThat(catchThrowable(() -> target.put(TestSites.page("index.html", "bread"))))
                .isInstanceOfSatisfying(
                        PublishProblem.class,
                        problem -> assertThat(problem.failure().happened()).contains("may not do this"));
    }

    @Test
    void doesNotWaitForEverForAHostThatSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            OutputFile file = TestSites.page("index.html", "bread");
            long start = System.nanoTime();
            try (SdkHttpClient connections = S3Clients.connections(TargetSettings.Delivery.PLAIN)) {
                S3Direct direct =
                        direct("http://127.0.0.1:" + mute.getLocalPort(), connections, Duration.ofMillis(300));
                assertThat(direct.put(request("index.html", file, true))).isEmpty();
            }
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds")
                    .isBetween(250L, 20_000L);
        }
    }

    @Test
    void isNotSentAgainWhenSomebodyAskedToStop() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                S3Target silent = new S3Target(
                        settings("http://127.0.0.1:" + mute.getLocalPort(), TargetSettings.Support.FULL), () -> key)) {
            CancelToken cancel = new CancelToken();
            CompletableFuture<Throwable> sending = new CompletableFuture<>();
            Thread unused = Thread.ofVirtual()
                    .start(() -> sending.complete(
                            catchThrowable(() -> silent.put(TestSites.page("index.html", "bread"), cancel))));
            mute.accept().getInputStream().read();
            cancel.cancel();
            assertThat(sending.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }
    }

    private S3Direct direct(String endpoint, SdkHttpClient connections, Duration longest) {
        return new S3Direct(
                settings(endpoint, TargetSettings.Support.FULL), () -> key, connections, Optional.of(longest));
    }

    private static String text(S3Direct.Found found) throws IOException {
        try (InputStream in = found.in().orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static S3Put request(String path, OutputFile file, boolean sums) {
        S3Put put = S3Put.of(path, file.contentType(), new BlobSource(file.size(), file.sha256(), file.source()::open))
                .cached(file.cacheControl().header())
                .markedWithSum();
        return sums ? put.summed() : put;
    }

    private HeadObjectResponse head(String path) {
        return server.client()
                .headObject(request -> request.bucket(BUCKET).key(path).checksumMode(ChecksumMode.ENABLED));
    }

    private static TargetSettings.S3 settings(String endpoint, TargetSettings.Support support) {
        return new TargetSettings.S3(endpoint, S3Server.REGION, BUCKET, "", true, "", support);
    }
}
