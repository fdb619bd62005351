package org.sitewright.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The steps that can be undone and redone, newest first. Holds the sites before and after each step, which share
/// whatever they have in common. Not safe for several threads.
public final class History {
    private static final Duration MERGES_WITHIN = Duration.ofMillis(500);
    private static final int MOST = 10_000;

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();

    /// One step.
    public record Step(String label, String mergeKey, EditorState before, EditorState after, Instant at) {}

    void add(Step step) {
        redo.clear();
        Step last = undo.peekFirst();
        if (last != null
                && !step.mergeKey().isEmpty()
                && last.mergeKey().equals(step.mergeKey())
                && Duration.between(last.at(), step.at()).compareTo(MERGES_WITHIN) <= 0) {
            undo.removeFirst();
            undo.addFirst(new Step(step.label(), step.mergeKey(), last.before(), step.after(), step.at()));
            return;
        }
        undo.addFirst(step);
        if (undo.size() > MOST) {
            undo.removeLast();
        }
    }

    Optional<Step> takeUndo() {
        Step step = undo.pollFirst();
        if (step != null) {
            redo.addFirst(step);
        }
        return Optional.ofNullable(step);
    }

    Optional<Step> takeRedo() {
        Step step = redo.pollFirst();
        if (step != null) {
            undo.addFirst(new Step(step.label(), "", step.before(), step.after(), step.at()));
        }
        return Optional.ofNullable(step);
    }

    /// What undo would take back, in words; empty when there is nothing.
    public Optional<String> undoLabel() {
        return Optional.ofNullable(undo.peekFirst()).map(Step::label);
    }

    public Optional<String> redoLabel() {
        return Optional.ofNullable(redo.peekFirst()).map(Step::label);
    }
}
