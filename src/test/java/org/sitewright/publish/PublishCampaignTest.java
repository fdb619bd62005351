package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.HandClock;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Faults, cancels, second publishers and visitors at any moment.
class PublishCampaignTest {
    private static final int MOST_HOURS = 36;

    private final HandClock clock = new HandClock();
    private final MemoryTarget place = new MemoryTarget(clock);

    private enum Kind {
        BEFORE,
        AFTER,
        TWICE,
        CONFLICT,
        CANCEL
    }

    /// Does to requests from the planned one on what the plan says, as long as the burst lasts.
    private final class Breaking extends WatchedTarget {
        private final AtomicInteger count = new AtomicInteger();
        private int first = Integer.MAX_VALUE;
        private int burst;
        private Kind kind = Kind.BEFORE;
        private CancelToken cancel = new CancelToken();

        private Breaking() {
            super(place);
        }

        @Override
        protected <T> T around(String step, Supplier<T> work) {
            int now = count.incrementAndGet();
            if (now < first || now >= first + burst) {
                return work.get();
            }
            PublishProblem cut = new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
            PublishProblem taken = new PublishProblem(new PublishFailure.Conflict("Taken.", "Wait."));
            if (kind == Kind.BEFORE) {
                throw cut;
            }
            if (kind == Kind.CONFLICT) {
                throw taken;
            }
            if (kind == Kind.CANCEL) {
                cancel.cancel();
            }
            T result = work.get();
            if (kind == Kind.AFTER) {
                throw cut;
            }
            if (kind == Kind.TWICE && step.startsWith("write ")) {
                // The second of two equal writes on condition finds the first.
                throw taken;
            }
            return kind == Kind.TWICE ? work.get() : result;
        }
    }

    @Test
    void completesOrFailsCleanWhateverHappens() {
        long seed = Campaign.seed("publish campaign");
        Random random = new Random(seed);
        Breaking breaking = new Breaking();
        PublishCampaign campaign = new PublishCampaign(breaking, place, seed, clock);
        int failed = 0;
        int schedules = Campaign.rounds(240, 4_000);
        for (int schedule = 0; schedule < schedules; schedule++) {
            // What the site no longer has is kept for a week.
            clock.advance(Duration.ofHours(random.nextInt(MOST_HOURS)));
            CancelToken cancel = new CancelToken();
            Runnable begin = () -> {
                breaking.count.set(0);
                breaking.first = 1 + random.nextInt(30);
                breaking.burst = 1 + random.nextInt(4);
                breaking.kind = Kind.values()[random.nextInt(Kind.values().length)];
                breaking.cancel = cancel;
            };
            try {
                failed += campaign.step(begin, () -> breaking.first = Integer.MAX_VALUE, cancel) ? 1 : 0;
            } catch (AssertionError broken) {
                throw new AssertionError(
                        "seed " + seed + ", schedule " + schedule + ", " + breaking.kind + " at " + breaking.first,
                        broken);
            }
        }
        assertThat(failed).as("schedules that failed at first").isBetween(schedules / 10, schedules);
    }

    @Test
    void ofTwoPublishersExactlyOneWins() throws Exception {
        for (int round = 0; round < Campaign.rounds(20, 300); round++) {
            MemoryTarget host = new MemoryTarget(Clock.systemUTC());
            CyclicBarrier start = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = race(threads, start, host, "one", round);
                var two = race(threads, start, host, "two", round);
                Set<Boolean> won = new TreeSet<>(Set.of(
                        one.get(20, TimeUnit.SECONDS) instanceof PublishResult.Published,
                        two.get(20, TimeUnit.SECONDS) instanceof PublishResult.Published));
                assertThat(won).as("round " + round).containsExactly(false, true);
            }
            String home = host.read("index.html").orElseThrow().text();
            assertThat(host.read("menu/index.html")).isPresent();
            assertThat(home).matches("(?s).*(one|two) \\d+");
        }
    }

    private static CompletableFuture<PublishResult> race(
            ExecutorService threads, CyclicBarrier start, MemoryTarget host, String computer, int round) {
        // Both read the record before either writes it, as when two people press the button at the same time.
        AtomicBoolean waited = new AtomicBoolean();
        WatchedTarget seen = new WatchedTarget(host).before(step -> {
            if (step.startsWith("write ") && waited.compareAndSet(false, true)) {
                await(start);
            }
        });
        Publisher publisher = new Publisher(
                new MemoryDeployments(), Clock.systemUTC(), new Ids(new Random(round + computer.hashCode())), computer);
        return CompletableFuture.supplyAsync(
                () -> PublishSteps.run(
                        publisher.publish(TestSites.request(TestSites.bakery(computer + " " + round)), seen)),
                threads);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aVisitorNeverMeetsAPageWithoutItsAssets() throws Exception {
        Publisher publisher = new Publisher(new MemoryDeployments(), clock, new Ids(new Random(3)), "here");
        PublishSteps.run(publisher.publish(TestSites.request(TestSites.bakery("edition 0")), place));
        Set<String> missing = Collections.synchronizedSet(new TreeSet<>());
        AtomicInteger pages = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int visitor = 0; visitor < 2; visitor++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        crawl(missing, pages);
                        LockSupport.parkNanos(200_000);
                    }
                });
            }
            for (int edition = 1; edition <= Campaign.rounds(50, 1_000); edition++) {
                if (edition % 5 == 0) {
                    var kept = publisher.releases().kept(TestSites.SITE, TestSites.TARGET, place);
                    publisher
                            .rollback(TestSites.rollback(kept.get(1).version()), place)
                            .run(Progress.NONE, new CancelToken());
                } else {
                    PublishSteps.run(
                            publisher.publish(TestSites.request(TestSites.bakery("edition " + edition)), place));
                }
            }
            over.set(true);
        }
        assertThat(pages.get()).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private void crawl(Set<String> missing, AtomicInteger pages) {
        for (String page : Set.of("index.html", "menu/index.html", "menu/bread/rye/index.html", "404.html")) {
            String text = place.read(page).map(RemoteText::text).orElse("");
            pages.incrementAndGet();
            missing.addAll(Reasons.assets(TestSites.page(page, text)).stream()
                    .filter(asset -> place.read(asset).isEmpty())
                    .map(asset -> page + " names " + asset)
                    .collect(Collectors.toSet()));
        }
    }
}
