package org.sitewright.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Actions.Caret;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.control.OwnKeys;

/// Hands the keys pressed in the editor to its actions.
final class EditorKeys {
    private final CanvasView canvas;
    private final StackPane screen;
    private final Actions actions;

    EditorKeys(CanvasView canvas, StackPane screen, Actions actions) {
        this.canvas = canvas;
        this.screen = screen;
        this.actions = actions;
    }

    void pressed(KeyEvent event) {
        if (!event.isShortcutDown() && OwnKeys.claimed(event.getTarget())) {
            return;
        }
        if (!Overlay.covers(screen) && actions.pressed(event, caret(event))) {
            event.consume();
        }
    }

    private Caret caret(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        if (target instanceof WebView) {
            return canvas.isTyping() ? Caret.PAGE_TEXT : Caret.PAGE;
        }
        return target instanceof TextInputControl ? Caret.TEXT : Caret.ELSEWHERE;
    }
}
