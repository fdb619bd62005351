package org.sitewright.ui.editor;

import java.util.function.Consumer;

/// What page script can reach: one method that takes a text and returns nothing. Public because the web view calls it.
public final class CanvasBridge {
    private final Consumer<String> messages;

    CanvasBridge(Consumer<String> messages) {
        this.messages = messages;
    }

    /// Hands on one message of the canvas protocol.
    public void post(String json) {
        messages.accept(json);
    }
}
