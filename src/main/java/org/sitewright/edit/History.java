package org.sitewright.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.sitewright.site.Site;

/// The steps that can be undone and redone, newest first. Holds what each step changed, not the sites. Not safe for
/// several threads.
public final class History {
    /// The most steps that are kept.
    public static final int MOST = 10_000;

    private static final Duration MERGES_WITHIN = Duration.ofMillis(500);

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();

    /// One step.
    record Step(Name name, Difference difference, Selection before, Selection after, Instant at) {
        EditorState undone(EditorState state) {
            return new EditorState(difference.back(state.site()), before);
        }

        EditorState redone(EditorState state) {
            return new EditorState(difference.forward(state.site()), after);
        }
    }

    /// @param mergeKey as in [Transaction]
    record Name(String label, String mergeKey) {}

    void add(Name name, EditorState before, EditorState after, Instant at) {
        redo.clear();
        Step last = undo.peekFirst();
        if (last != null
                && !name.mergeKey().isEmpty()
                && last.name().mergeKey().equals(name.mergeKey())
                && Duration.between(last.at(), at).compareTo(MERGES_WITHIN) <= 0) {
            undo.removeFirst();
            EditorState first = last.undone(before);
            undo.addFirst(step(name, first, after, at));
            return;
        }
        undo.addFirst(step(name, before, after, at));
        if (undo.size() > MOST) {
            undo.removeLast();
        }
    }

    /// Lays under what was done here what was done before. What could be redone counts only while nothing was
    /// done here.
    ///
    /// @param first the site that this editor began with
    void recall(PastSteps past, Site first) {
        if (past.undo().isEmpty() || !past.undo().getFirst().after().equals(first)) {
            if (past.redo().isEmpty() || !past.redo().getFirst().before().equals(first)) {
                return;
            }
        }
        boolean untouched = undo.isEmpty() && redo.isEmpty();
        for (PastStep step : past.undo()) {
            if (undo.size() < MOST) {
                undo.addLast(step(step));
            }
        }
        if (untouched) {
            past.redo().forEach(step -> redo.addLast(step(step)));
        }
    }

    private static Step step(PastStep past) {
        Difference difference = Difference.between(past.before(), past.after());
        return new Step(new Name(past.label(), ""), difference, past.selection(), past.selection(), Instant.EPOCH);
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
            Name alone = new Name(step.name().label(), "");
            undo.addFirst(new Step(alone, step.difference(), step.before(), step.after(), step.at()));
        }
        return Optional.ofNullable(step);
    }

    /// What undo would take back, in words; empty when there is nothing.
    public Optional<String> undoLabel() {
        return Optional.ofNullable(undo.peekFirst()).map(step -> step.name().label());
    }

    public Optional<String> redoLabel() {
        return Optional.ofNullable(redo.peekFirst()).map(step -> step.name().label());
    }

    private static Step step(Name name, EditorState before, EditorState after, Instant at) {
        Difference difference = Difference.between(before.site(), after.site());
        return new Step(name, difference, before.selection(), after.selection(), at);
    }
}
