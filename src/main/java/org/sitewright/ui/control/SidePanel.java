package org.sitewright.ui.control;

import javafx.scene.Parent;

/// A panel beside the page of an open site.
public interface SidePanel {
    Parent root();

    /// Called once when the panel goes away.
    void close();
}
