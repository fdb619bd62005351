package org.sitewright.ui.fx;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Waits on the screen's clock.
final class ScreenDelay implements Delay {
    private static final long SOON_NANOS = 1_000_000;

    private final PauseTransition pause = new PauseTransition();
    private Runnable action = () -> {};
    private long due;
    private long ends;
    private boolean running;

    ScreenDelay() {
        pause.setOnFinished(event -> over());
    }

    @Override
    public void restart(Duration wait, Runnable wanted) {
        action = wanted;
        due = System.nanoTime() + wait.toNanos();
        if (!running || due < ends) {
            pause(due);
        }
    }

    private void pause(long until) {
        pause.stop();
        running = true;
        ends = until;
        pause.setDuration(javafx.util.Duration.millis(Math.max(0, (until - System.nanoTime()) / 1e6)));
        pause.play();
    }

    private void over() {
        if (due - System.nanoTime() > SOON_NANOS) {
            pause(due);
        } else {
            running = false;
            action.run();
        }
    }

    @Override
    public void stop() {
        running = false;
        pause.stop();
    }
}
