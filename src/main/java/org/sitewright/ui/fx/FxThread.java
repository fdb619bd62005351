package org.sitewright.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The only bridge to the screen's thread.
public final class FxThread {
    /// Runs at once on the screen's thread, later when called from another.
    public static final Executor EXECUTOR = FxThread::run;

    private FxThread() {}

    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs after what the screen is doing now, even when called from its thread.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
