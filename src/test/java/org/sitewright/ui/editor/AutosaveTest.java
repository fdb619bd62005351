package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.HandDelay;
import org.sitewright.ui.fx.SteadyWork;

class AutosaveTest {
    private static final UserId USER = new UserId(new UUID(0, 1));

    private final HandClock clock = new HandClock();
    private final HandDelay delay = new HandDelay();
    private final SteadyWork steady = new SteadyWork();
    private final Disk disk = new Disk();
    private final Autosave autosave = new Autosave(disk.sites(), steady.work(), delay, clock, clock.instant());
    private final Site site = new SomeSite(5, USER).bakery(1);

    @AfterEach
    void close() {
        disk.open();
        steady.close();
    }

    @Test
    void whatWasTypedIsWrittenWhenItHasBeenQuiet() {
        disk.open();
        change("A");
        change("B");
        assertThat(disk.written).isEmpty();
        assertThat(delay.length()).isEqualTo(Duration.ofMillis(250));
        delay.end();
        steady.step();
        assertThat(disk.written).containsExactly("B");
        assertThat(autosave.stateProperty().get()).isEqualTo(new Autosave.State.Saved(clock.instant()));
        assertThat(delay.isWaiting()).isFalse();
    }

    @Test
    void steadyTypingDoesNotPutTheSaveOffForEver() {
        disk.open();
        change("A");
        clock.advance(Duration.ofMillis(600));
        change("B");
        assertThat(delay.length()).isEqualTo(Duration.ofMillis(100));
        clock.advance(Duration.ofMillis(100));
        change("C");
        steady.step();
        assertThat(disk.written).containsExactly("C");
    }

    @Test
    void whoeverWaitsForTheDiskIsToldAfterTheNewestIsThere() {
        List<String> told = new CopyOnWriteArrayList<>();
        autosave.whenStored(() -> told.add("nothing to write"));
        assertThat(told).containsExactly("nothing to write");
        change("A");
        autosave.whenStored(() -> told.add("after " + disk.written));
        change("B");
        delay.end();
        assertThat(told).hasSize(1);
        disk.open();
        steady.step();
        steady.step();
        assertThat(told).containsExactly("nothing to write", "after [A, B]");
    }

    @Test
    void oneSaveRunsAtATimeAndTheNewestWins() {
        change("A");
        delay.end();
        SteadyWork.await(disk.entered);
        assertThat(autosave.stateProperty().get()).isInstanceOf(Autosave.State.Saving.class);
        change("B");
        delay.end();
        change("C");
        delay.end();
        disk.open();
        steady.step();
        steady.step();
        assertThat(disk.written).containsExactly("A", "C");
        assertThat(disk.most.get()).isEqualTo(1);
        assertThat(autosave.stateProperty().get()).isInstanceOf(Autosave.State.Saved.class);
    }

    @Test
    void aFailureKeepsTheTextAndTriesAgain() {
        disk.open();
        disk.full = true;
        change("A");
        delay.end();
        steady.step();
        assertThat(autosave.stateProperty().get())
                .isInstanceOfSatisfying(Autosave.State.Failed.class, failed -> assertThat(failed.fault())
                        .hasMessage("the disk is full"));
        disk.full = false;
        autosave.saveNow();
        steady.step();
        assertThat(disk.written).containsExactly("A");
        assertThat(autosave.stateProperty().get()).isInstanceOf(Autosave.State.Saved.class);
    }

    @Test
    void whatWasTypedAfterAFailureReplacesWhatFailed() {
        disk.open();
        disk.full = true;
        change("A");
        delay.end();
        change("B");
        steady.step();
        disk.full = false;
        delay.end();
        steady.step();
        assertThat(disk.written).containsExactly("B");
        autosave.saveNow();
        assertThat(steady.isIdle()).isTrue();
        assertThat(disk.written).hasSize(1);
    }

    private void change(String name) {
        autosave.changed(site.withDetails(name, "", "en"), new Change(USER, "Rename to " + name));
    }

    /// A disk whose writes wait until it is opened.
    private static final class Disk {
        private final List<String> written = new CopyOnWriteArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final Semaphore gate = new Semaphore(0);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile boolean full;

        void open() {
            gate.release(1000);
        }

        SiteRepository sites() {
            return (SiteRepository) Proxy.newProxyInstance(
                    Disk.class.getClassLoader(), new Class<?>[] {SiteRepository.class}, (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("save");
                        save((Site) arguments[0]);
                        return null;
                    });
        }

        private void save(Site site) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            entered.countDown();
            gate.acquireUninterruptibly();
            now.decrementAndGet();
            if (full) {
                throw new IllegalStateException("the disk is full");
            }
            written.add(site.name());
        }
    }
}
