package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Effort;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What really goes over the line.
class S3RequestsTest {
    private final S3Server server = S3Server.start(0);
    private final FaultyHttp line = new FaultyHttp(server.port());
    private final AccessKey key = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
    private final S3Target target = new S3Target(settings(TargetSettings.Delivery.PLAIN), () -> key);

    @BeforeEach
    void create() {
        server.createBucket("requests");
    }

    @AfterEach
    void stop() {
        target.close();
        line.close();
        server.close();
    }

    private TargetSettings.S3 settings(TargetSettings.Delivery delivery) {
        return new TargetSettings.S3(
                        line.endpoint(), S3Server.REGION, "requests", "", true, "", TargetSettings.Support.FULL)
                .with(delivery);
    }

    @Test
    void listsOnlyWhenThereIsNothingToDo() throws Exception {
        Publisher publisher = new Publisher(new MemoryDeployments(), Clock.systemUTC(), new Ids(new Random(1)), "here");
        var request = TestSites.request(TestSites.many(1_100, 10));
        assertThat(publisher.publish(request, target).run(Progress.NONE, new CancelToken()))
                .isInstanceOf(PublishResult.Published.class);
        line.plan(number -> Fault.NONE);
        assertThat(publisher.publish(request, target).run(Progress.NONE, new CancelToken()))
                .isInstanceOf(PublishResult.UpToDate.class);
        assertThat(line.requests())
                .hasSize(2)
                .allMatch(asked -> asked.startsWith("GET /requests?") && asked.contains("list-type=2"));
    }

    @Test
    void asksForJustAsMuchAsThePlanSaid() throws Exception {
        Publisher publisher = new Publisher(new MemoryDeployments(), Clock.systemUTC(), new Ids(new Random(1)), "here");
        byte[] film = new byte[65 * 1024 * 1024];
        OutputFile large = OutputFile.of("film.mp4", "video/mp4", CacheControl.REVALIDATE, Bytes.of(film));
        counted(publisher, TestSites.many(1_010, 10));
        counted(publisher, TestSites.with(TestSites.many(990, 10), large));
        counted(publisher, TestSites.with(TestSites.bakery("winter"), large));
        counted(publisher, TestSites.with(TestSites.bakery("winter"), large));
        var request = TestSites.rollback(2);
        Effort planned = publisher.look(request, target).effort();
        line.plan(number -> Fault.NONE);
        assertThat(publisher.rollback(request, target).run(Progress.NONE, new CancelToken()))
                .isInstanceOf(PublishResult.Published.class);
        check(planned);
    }

    @Test
    void signsTheSumOfAFileInsteadOfReadingItTwice() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        byte[] content = "<!doctype html><title>Bread</title>".getBytes(StandardCharsets.UTF_8);
        OutputFile page = OutputFile.of(
                "index.html",
                "text/html",
                CacheControl.REVALIDATE,
                Bytes.elsewhere(
                        () -> {
                            opened.incrementAndGet();
                            return new ByteArrayInputStream(content);
                        },
                        content.length));
        opened.set(0);
        line.plan(number -> Fault.NONE);
        target.put(page);
        assertThat(opened).as("times read").hasValue(1);
        try (var in = target.open("index.html")) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        OutputFile damaged = OutputFile.of(
                "prices.html",
                "text/html",
                CacheControl.REVALIDATE,
                Bytes.of("something else".getBytes(StandardCharsets.UTF_8)),
                page.sha256());
        assertThat(catchThrowable(() -> target.put(damaged))).isInstanceOf(PublishProblem.class);
        assertThat(target.list()).hasSize(1);
    }

    @Test
    void namesAnAnswerThatBreaksOff() {
        target.put(OutputFile.of("a.txt", "text/plain", CacheControl.REVALIDATE, Bytes.of(new byte[10])));
        line.plan(number -> Fault.CUT_REPLY);
        assertThat(catchThrowable(target::list))
                .isInstanceOfSatisfying(PublishProblem.class, problem -> assertThat(problem.failure())
                        .isInstanceOf(PublishFailure.Network.class));
    }

    private void counted(Publisher publisher, OutputTree tree) throws Exception {
        var request = TestSites.request(tree, new PublishRequest.Consent(true, false));
        Effort planned = publisher.look(request, target).effort();
        line.plan(number -> Fault.NONE);
        var unused = publisher.publish(request, target).run(Progress.NONE, new CancelToken());
        check(planned);
        assertThat(target.list().stream().mapToLong(RemoteFile::size).sum() - planned.stored())
                .as("bytes there but for the records written last")
                .isBetween(0L, 900_000L);
    }

    private void check(Effort planned) {
        long puts = line.requests().stream()
                .filter(asked -> asked.startsWith("PUT ")
                        || asked.contains("uploads")
                        || (asked.startsWith("POST ") && !asked.contains("delete")))
                .count();
        long lists = line.requests().stream()
                .filter(asked -> asked.contains("list-type=2"))
                .count();
        long gets = line.requests().stream()
                .filter(asked -> asked.startsWith("GET ") && !asked.contains("list-type") && !asked.contains("uploads"))
                .count();
        assertThat(planned.puts()).as("puts of %s", line.requests().size()).isEqualTo(puts);
        assertThat(planned.lists()).as("lists").isEqualTo(lists);
        assertThat(planned.gets()).as("gets").isEqualTo(gets);
    }

    @Test
    void sendsALargeFileInPartsAndGoesOnAfterACut() {
        byte[] content = new byte[65 * 1024 * 1024 + 7];
        new Random(4).nextBytes(content);
        OutputFile film = OutputFile.of("film.mp4", "video/mp4", CacheControl.REVALIDATE, Bytes.of(content));
        line.plan(number -> number >= 10 ? Fault.SILENCE : Fault.NONE);
        assertThat(catchThrowable(() -> target.put(film))).isInstanceOf(PublishProblem.class);
        assertThat(target.describe()).contains("requests");
        line.plan(number -> Fault.NONE);
        String tag = target.put(film);
        assertThat(line.requests())
                .filteredOn(asked -> asked.startsWith("PUT "))
                .as("parts sent again")
                .hasSizeLessThan(3);
        assertThat(line.requests()).noneMatch(asked -> asked.startsWith("POST") && asked.contains("uploads"));
        assertThat(target.list()).singleElement().satisfies(there -> {
            assertThat(there.tag()).isEqualTo(tag);
            assertThat(there.size()).isEqualTo(content.length);
        });
        assertThat(target.expectedTag(film)).contains(tag);
        try (var in = target.open("film.mp4")) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void takesBackWhatTheHostRefused() {
        byte[] content = new byte[65 * 1024 * 1024];
        OutputFile film = OutputFile.of("film.mp4", "video/mp4", CacheControl.REVALIDATE, Bytes.of(content));
        line.plan(number -> number >= 3 && number < 30 ? Fault.CONFLICT_409 : Fault.NONE);
        assertThat(catchThrowable(() -> target.put(film))).isInstanceOf(PublishProblem.class);
        line.plan(number -> Fault.NONE);
        assertThat(server.client()
                        .listMultipartUploads(request -> request.bucket("requests"))
                        .uploads())
                .hasSizeLessThanOrEqualTo(1);
        target.put(film);
        assertThat(target.list()).hasSize(1);
    }

    @Test
    void stopsALargeFileWithinASecondAndGoesOnWithIt() throws Exception {
        byte[] content = new byte[72 * 1024 * 1024];
        new Random(5).nextBytes(content);
        OutputFile film = OutputFile.of("film.mp4", "video/mp4", CacheControl.REVALIDATE, Bytes.of(content));
        CancelToken cancel = new CancelToken();
        try (S3Target slow = new S3Target(settings(new TargetSettings.Delivery(24_000_000, "")), () -> key)) {
            CompletableFuture<Throwable> sending =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> slow.put(film, cancel)));
            long partsUntil = System.nanoTime() + 20_000_000_000L;
            while (partsThere() < 1 && System.nanoTime() < partsUntil) {
                LockSupport.parkNanos(5_000_000);
            }
            long asked = System.nanoTime();
            cancel.cancel();
            assertThat(sending.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
            assertThat((System.nanoTime() - asked) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(1000);
        }
        int arrived = partsThere();
        assertThat(arrived).as("parts that arrived").isBetween(1, 4);
        assertThat(target.list()).isEmpty();
        line.plan(number -> Fault.NONE);
        target.put(film);
        assertThat(line.requests())
                .filteredOn(asked -> asked.startsWith("PUT "))
                .as("parts sent afterwards")
                .hasSizeBetween(1, 9 - arrived);
        assertThat(target.list()).singleElement().satisfies(there -> assertThat(there.size())
                .isEqualTo(content.length));
    }

    /// How many parts of unfinished uploads the host has.
    private int partsThere() {
        return server.client().listMultipartUploads(request -> request.bucket("requests")).uploads().stream()
                .mapToInt(upload -> server.client()
                        .listParts(request ->
                                request.bucket("requests").key(upload.key()).uploadId(upload.uploadId()))
                        .parts()
                        .size())
                .sum();
    }

    /// A small file on a slow line, too, is not waited for.
    @Test
    void stopsASlowFileWithinASecond() throws Exception {
        CancelToken cancel = new CancelToken();
        try (S3Target slow = new S3Target(settings(new TargetSettings.Delivery(40_000, "")), () -> key)) {
            CompletableFuture<Throwable> sending = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> slow.put(TestSites.page("a.html", "x".repeat(900_000)), cancel)));
            assertThat(catchThrowable(() -> sending.get(1, TimeUnit.SECONDS))).isInstanceOf(TimeoutException.class);
            long asked = System.nanoTime();
            cancel.cancel();
            assertThat(sending.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
            assertThat((System.nanoTime() - asked) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(1000);
        }
        assertThat(target.list()).isEmpty();
    }

    @Test
    void keepsToItsSpeed() {
        long start = System.nanoTime();
        try (S3Target slow = new S3Target(settings(new TargetSettings.Delivery(100_000, "")), () -> key)) {
            slow.put(TestSites.page("a.html", "x".repeat(60_000)));
            slow.put(TestSites.page("b.html", "y".repeat(60_000)));
        }
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isBetween(900L, 20_000L);
    }
}
