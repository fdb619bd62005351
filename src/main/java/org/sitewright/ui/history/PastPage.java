package org.sitewright.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;

/// A page of another time to look at, alone. It runs no script of its own and its links lead nowhere.
public final class PastPage {
    private static final String NO_MARKS = "#000000";

    private final PagePane pane;

    /// @param name under which the server keeps the page
    /// @param id of the web view
    public PastPage(String name, String id, CanvasServer server) {
        pane = new PagePane(name, id, NO_MARKS, server);
    }

    public Parent root() {
        return pane.root();
    }

    public void show(CanvasPage.Parts parts) {
        pane.show(Optional.of(parts), List.of(), "");
    }

    /// Lets go of the page; nothing is shown after.
    public void close() {
        pane.close();
    }
}
