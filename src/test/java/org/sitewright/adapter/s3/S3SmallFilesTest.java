package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3SmallFilesTest {
    private static final String BUCKET = "small";

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
            PutObjectRequest request = request(path, file, sums);
            assertThat(put(
                            settings(line.endpoint(), TargetSettings.Support.FULL),
                            request,
                            file,
                            Duration.ofMinutes(1)))
                    .hasValueSatisfying(tag ->
                            assertThat(tag).contains(target.expectedTag(file).orElseThrow()));
            assertThat(server.keys(BUCKET)).containsExactly(path);
        }
        assertThat(line.requests()).hasSize(2);
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
            TargetSettings.S3 settings =
                    settings("http://127.0.0.1:" + mute.getLocalPort(), TargetSettings.Support.FULL);
            long start = System.nanoTime();
            assertThat(put(settings, request("index.html", file, true), file, Duration.ofMillis(300)))
                    .isEmpty();
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

    private Optional<String> put(
            TargetSettings.S3 settings, PutObjectRequest request, OutputFile file, Duration longest)
            throws IOException {
        try (SdkHttpClient connections = S3Clients.connections(settings.delivery());
                S3Client client = S3Clients.open(settings, () -> key, connections)) {
            return new S3SmallFiles(settings, () -> key, client, connections, longest).put(request, file);
        }
    }

    private static PutObjectRequest request(String path, OutputFile file, boolean sums) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(path)
                .contentType(file.contentType())
                .cacheControl(file.cacheControl().header())
                .metadata(Map.of("sha256", file.sha256()));
        return sums
                ? request.checksumSHA256(Base64.getEncoder()
                                .encodeToString(HexFormat.of().parseHex(file.sha256())))
                        .build()
                : request.build();
    }

    private HeadObjectResponse head(String path) {
        return server.client()
                .headObject(request -> request.bucket(BUCKET).key(path).checksumMode(ChecksumMode.ENABLED));
    }

    private static TargetSettings.S3 settings(String endpoint, TargetSettings.Support support) {
        return new TargetSettings.S3(endpoint, S3Server.REGION, BUCKET, "", true, "", support);
    }
}
