package org.sitewright.ui.history;

import org.sitewright.preview.CanvasServer;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The window that the history screen is in.
///
/// @param server serves what the web views load
public record HistoryWindow(Navigator navigator, Work work, Controls controls, CanvasServer server) {}
