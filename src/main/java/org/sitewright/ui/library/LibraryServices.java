package org.sitewright.ui.library;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// What the library's screens are made from.
public record LibraryServices(ComponentLibrary library, Drawing drawing, Window window) {
    /// What draws components.
    public record Drawing(Catalogue catalogue, CanvasPage pages, CanvasServer server, PageSnapshots snapshots) {}

    /// The window that the screens are in.
    ///
    /// @param dark whether the program is dark now
    /// @param trial shows a component, its script running, in the computer's browser
    public record Window(
            Navigator navigator, Work work, Controls controls, BooleanSupplier dark, Consumer<Component> trial) {}
}
