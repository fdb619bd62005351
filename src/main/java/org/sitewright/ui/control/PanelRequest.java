package org.sitewright.ui.control;

import javafx.event.Event;
import javafx.event.EventType;

/// Asks for a panel beside the page, from anywhere in the editor. It rises from the node that wants it.
public final class PanelRequest extends Event {
    public static final EventType<PanelRequest> OPEN = new EventType<>(Event.ANY, "SW_PANEL");

    private final String panel;

    /// @param panel its name, as `forms`
    public PanelRequest(String panel) {
        super(OPEN);
        this.panel = panel;
    }

    public String panel() {
        return panel;
    }
}
