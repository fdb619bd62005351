package org.sitewright.ui.control;

import javafx.event.EventTarget;
import javafx.scene.Node;

/// Marks what answers to keys itself, such as Alt with an arrow or Delete, so that the editor around it leaves those
/// alone.
public final class OwnKeys {
    private OwnKeys() {}

    public static void claim(Node node) {
        node.getProperties().put(OwnKeys.class, true);
    }

    /// Whether a key that was pressed there is somebody else's.
    public static boolean claimed(EventTarget target) {
        for (Node node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (node.getProperties().containsKey(OwnKeys.class)) {
                return true;
            }
        }
        return false;
    }
}
