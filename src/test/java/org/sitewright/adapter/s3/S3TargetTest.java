package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.publish.WatchedTarget;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class S3TargetTest extends TargetContract {
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final AccessKey KEY = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);

    private static @Nullable S3Server running;

    private final List<PublishTarget> opened = new ArrayList<>();
    private final String bucket = "bucket-" + BUCKETS.incrementAndGet();
    private @Nullable PublishTarget opening;

    @BeforeAll
    static void start() {
        running = S3Server.start(0);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    @AfterEach
    void close() {
        opened.forEach(PublishTarget::close);
    }

    @Override
    protected PublishTarget open() {
        if (opening == null) {
            server().createBucket(bucket);
            opening = open(settings(server().endpoint(), bucket), KEY);
        }
        return opening;
    }

    @Test
    void findsOutWhatTheHostCanDo() {
        assertThat(open().test())
                .isEqualTo(new Verdict.Ready(new TargetSettings.Support(true, true, true, false), List.of()));
    }

    @Test
    void sendsTypeCachingAndHash() {
        published(TestSites.bakery("one"));
        HeadObjectResponse page = head("prefix/index.html");
        assertThat(page.contentType()).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
        assertThat(page.cacheControl()).isEqualTo("no-cache");
        String sha256 = TestSites.bakery("one").file("index.html").orElseThrow().sha256();
        assertThat(page.metadata()).containsEntry("sha256", sha256);
        String style = server().keys(bucket).stream()
                .filter(key -> key.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        assertThat(head(style).cacheControl()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(head(style).contentType()).isEqualToIgnoringWhitespace("text/css; charset=utf-8");
    }

    @Test
    void saysWhichKeyIsWrong() {
        assertThat(failure(settings(server().endpoint(), bucket), new AccessKey(S3Server.KEY_ID, "wrong-secret")))
                .isInstanceOfSatisfying(PublishFailure.Authentication.class, failure -> {
                    assertThat(failure.happened()).contains("secret key");
                    assertThat(failure.happened() + failure.remedy()).doesNotContain("wrong-secret");
                });
        assertThat(failure(settings(server().endpoint(), bucket), new AccessKey("nobody", S3Server.SECRET)))
                .isInstanceOfSatisfying(PublishFailure.Authentication.class, failure -> assertThat(failure.happened())
                        .contains("key id"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(failure(settings(server().endpoint(), "no-such-bucket"), KEY))
                .isInstanceOfSatisfying(PublishFailure.MissingPlace.class, failure -> assertThat(failure.happened())
                        .contains("no-such-bucket"));
        assertThat(failure(settings("http://127.0.0.1:1", bucket), KEY)).isInstanceOf(PublishFailure.Network.class);
        assertThat(failure(settings("http://no-such-host.invalid", bucket), KEY))
                .isInstanceOfSatisfying(PublishFailure.Network.class, failure -> assertThat(failure.happened())
                        .contains("no host called"));
    }

    @Test
    void publishingToAMissingBucketFailsClean() {
        PublishTarget missing = open(settings(server().endpoint(), "no-such-bucket"), KEY);
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", missing))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                        .isInstanceOf(PublishFailure.MissingPlace.class));
    }

    @Test
    void goesOnWhenTheCableWasPulled() {
        try (FaultyConnection cable = new FaultyConnection(server().port())) {
            cable.cutAfter(400_000);
            PublishTarget behind = open(settings(cable.endpoint(), bucket), KEY);
            assertThat(publish(TestSites.many(100, 8_000), Consent.NONE, "here", behind))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                            .isInstanceOf(PublishFailure.Network.class));
            int arrived = server().keys(bucket).size();
            assertThat(arrived).isBetween(2, 99);
            cable.mend();
            WatchedTarget again = new WatchedTarget(open());
            assertThat(publish(TestSites.many(100, 8_000), Consent.NONE, "here", again))
                    .isInstanceOf(PublishResult.Published.class);
            assertThat(again.puts()).hasSizeLessThan(100);
            assertThat(server().keys(bucket)).hasSize(102);
        }
    }

    @Test
    void sendsManyAtOnce() {
        WatchedTarget watched = new WatchedTarget(open());
        publish(TestSites.many(200, 1_000), Consent.NONE, "here", watched);
        assertThat(watched.mostAtOnce()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void listsMoreThanOnePage() {
        publish(TestSites.many(1_050, 10), Consent.NONE, "here", open());
        assertThat(open().list()).hasSize(1_052);
    }

    @Test
    void staysInsideItsPrefix() {
        server().client()
                .putObject(request -> request.bucket(bucket).key("other/index.html"), RequestBody.fromString("other"));
        published(TestSites.bakery("one"));
        assertThat(open().list()).noneMatch(file -> file.path().contains("other"));
        assertThat(server().keys(bucket))
                .contains("other/index.html")
                .allMatch(key -> key.startsWith("prefix/") || key.equals("other/index.html"));
    }

    @Test
    void worksWhereTheHostHasNoConditions() {
        TargetSettings.S3 plain = new TargetSettings.S3(
                server().endpoint(), S3Server.REGION, bucket, "", true, "", new TargetSettings.Support(false, false));
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", open(plain, KEY)))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(open(plain, KEY).capabilities().conditionalWrites()).isFalse();
    }

    private HeadObjectResponse head(String key) {
        return server().client()
                .headObject(request -> request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
    }

    private PublishFailure failure(TargetSettings.S3 settings, AccessKey key) {
        return ((Verdict.Refused) open(settings, key).test()).failure();
    }

    private PublishTarget open(TargetSettings.S3 settings, AccessKey key) {
        PublishTarget made = new S3Target(settings, () -> key);
        opened.add(made);
        return made;
    }

    private static TargetSettings.S3 settings(String endpoint, String bucket) {
        return new TargetSettings.S3(
                endpoint, S3Server.REGION, bucket, "prefix", true, "", TargetSettings.Support.FULL);
    }

    private static S3Server server() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }
}
