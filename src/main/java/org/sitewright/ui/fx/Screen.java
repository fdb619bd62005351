package org.sitewright.ui.fx;

import javafx.scene.Parent;

/// One screen of the program while it is open.
public interface Screen {
    Parent root();

    /// Called when another screen takes its place; everything that must be written has been handed on when it returns.
    void close();
}
