package org.sitewright.ui.fx;

import javafx.scene.Parent;

/// One screen of the program while it is open.
public interface Screen {
    Parent root();

    /// Runs something once what was changed here is stored, so that the next screen reads it as it is now.
    default void whenStored(Runnable then) {
        then.run();
    }

    /// Called when another screen takes its place; everything that must be written has been handed on when it returns.
    void close();
}
