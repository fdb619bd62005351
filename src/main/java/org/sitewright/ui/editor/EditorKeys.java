package org.sitewright.ui.editor;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.OwnKeys;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;

/// The keyboard of the editor.
final class EditorKeys {
    private final EditorViewModel model;
    private final CanvasView canvas;
    private final Navigator navigator;
    private final Runnable pickSection;
    private final Runnable showPreview;

    EditorKeys(
            EditorViewModel model, CanvasView canvas, Navigator navigator, Runnable pickSection, Runnable showPreview) {
        this.model = model;
        this.canvas = canvas;
        this.navigator = navigator;
        this.pickSection = pickSection;
        this.showPreview = showPreview;
    }

    void pressed(KeyEvent event) {
        if (!event.isShortcutDown() && OwnKeys.claimed(event.getTarget())) {
            return;
        }
        boolean handled = event.isShortcutDown() ? shortcut(event) : event.isAltDown() ? alt(event) : plain(event);
        if (handled) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        return switch (event.getCode()) {
            case Z -> event.isShiftDown() ? redo() : undo();
            case Y -> redo();
            case D -> onChosen(id -> model.run(model.sections().duplicate(id)));
            case P -> {
                if (event.isShiftDown()) {
                    navigator.open(new Destination.Publish(model.site().id()));
                } else {
                    showPreview.run();
                }
                yield true;
            }
            default -> false;
        };
    }

    private boolean undo() {
        model.undo();
        return true;
    }

    private boolean redo() {
        model.redo();
        return true;
    }

    private boolean alt(KeyEvent event) {
        return switch (event.getCode()) {
            case UP -> onChosen(id -> model.run(model.sections().move(id, -1)));
            case DOWN -> onChosen(id -> model.run(model.sections().move(id, 1)));
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        if (isTyping(event)) {
            return false;
        }
        if (event.getCode() == KeyCode.DELETE) {
            return onChosen(id -> model.run(model.sections().delete(id)));
        }
        if (event.getCode() == KeyCode.I) {
            pickSection.run();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.chooseNothing();
            return true;
        }
        return false;
    }

    private boolean isTyping(KeyEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        if (target instanceof WebView) {
            return canvas.isTyping();
        }
        return target instanceof TextInputControl;
    }

    private boolean onChosen(Consumer<SectionId> action) {
        model.state().selection().section().ifPresent(action);
        return true;
    }
}
