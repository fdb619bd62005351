package org.sitewright.ui.fx;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Does something a little later, on the screen's thread. A new wait replaces the one that runs.
public interface Delay {
    void restart(Duration wait, Runnable action);

    void stop();

    /// A delay that waits on the screen's clock.
    static Delay onScreen() {
        PauseTransition pause = new PauseTransition();
        return new Delay() {
            @Override
            public void restart(Duration wait, Runnable action) {
                pause.stop();
                pause.setDuration(javafx.util.Duration.millis((double) wait.toMillis()));
                pause.setOnFinished(event -> action.run());
                pause.play();
            }

            @Override
            public void stop() {
                pause.stop();
            }
        };
    }

    /// A delay that does not wait, for tests.
    static Delay none() {
        return new Delay() {
            @Override
            public void restart(Duration wait, Runnable action) {
                action.run();
            }

            @Override
            public void stop() {}
        };
    }
}
