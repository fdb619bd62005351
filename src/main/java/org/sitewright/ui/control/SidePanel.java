package org.sitewright.ui.control;

import javafx.scene.Parent;

/// A panel beside the page of an open site.
public interface SidePanel {
    Parent root();

    /// Called when it has come into view, to take the focus where that helps.
    default void shown() {}

    /// Called once when the panel goes away.
    void close();
}
