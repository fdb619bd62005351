package org.sitewright.ui.fx;

import java.time.Duration;

/// Does something a little later, on the screen's thread. A new wait replaces the one that runs.
public interface Delay {
    void restart(Duration wait, Runnable action);

    void stop();

    /// A delay that waits on the screen's clock. While it runs, a longer wait costs no more than taking note of it:
    /// each keystroke begins one.
    static Delay onScreen() {
        return new ScreenDelay();
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
