package org.sitewright.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CancelTokenTest {
    private final CancelToken token = new CancelToken();

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Test
    void interruptsWhatWaitsAndLeavesTheThreadAsItWas() {
        CancelToken soon = CancelToken.after(Duration.ofMillis(50));
        assertThat(soon.interrupting(() -> await(new CountDownLatch(1)))).isFalse();
        assertThat(soon.isCancelled()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(() -> soon.breakingOff(() -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void closesWhatTheWorkWaitsForOnAnotherThread() {
        CountDownLatch closed = new CountDownLatch(1);
        Thread[] by = new Thread[1];
        boolean heard = token.closing(
                () -> {
                    token.cancel();
                    return await(closed);
                },
                () -> {
                    by[0] = Thread.currentThread();
                    closed.countDown();
                });
        assertThat(heard).isTrue();
        assertThat(by[0]).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void closesNothingAfterTheWorkIsDone() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        assertThat(token.closing(() -> true, closed::countDown)).isTrue();
        token.cancel();
        assertThat(closed.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }
}
