package org.sitewright.ui.editor;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Value;

/// One field of the inspector: shows a value and tells what the user makes of it.
interface FieldControl {
    Node node();

    /// Shows a value without telling of a change. Leaves a box alone that shows it already, so that the caret stays.
    void show(@Nullable Value value);

    /// Hears of what the user sets.
    @FunctionalInterface
    interface Listener extends Consumer<Value> {}
}
