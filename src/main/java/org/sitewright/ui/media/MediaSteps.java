package org.sitewright.ui.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What was done in the library and can be taken back and done again.
final class MediaSteps {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper undoable = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper redoable = new ReadOnlyIntegerWrapper();

    private record Step(String label, Runnable undo, Runnable redo) {}

    /// A new step; what was taken back before cannot be done again after it.
    void did(String label, Runnable undo, Runnable redo) {
        done.addFirst(new Step(label, undo, redo));
        undone.clear();
        count();
    }

    void undo() {
        Step step = done.pollFirst();
        if (step != null) {
            undone.addFirst(step);
            step.undo().run();
            count();
        }
    }

    void redo() {
        Step step = undone.pollFirst();
        if (step != null) {
            done.addFirst(step);
            step.redo().run();
            count();
        }
    }

    /// What undo would take back, in words.
    Optional<String> label() {
        return Optional.ofNullable(done.peekFirst()).map(Step::label);
    }

    ReadOnlyIntegerProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    private void count() {
        undoable.set(done.size());
        redoable.set(undone.size());
    }
}
