package org.sitewright.edit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.Page;
import org.sitewright.site.Site;

/// The one gate through which an open site changes. Not safe for several threads: the screen's thread owns it.
public final class Editor {
    private final Clock clock;
    private final History history = new History();
    private final List<Listener> listeners = new ArrayList<>();
    private final Site first;
    private EditorState state;
    private boolean dispatching;

    /// Hears of each change after it happened.
    @FunctionalInterface
    public interface Listener {
        void changed(Change change);
    }

    /// @param label empty when only the selection changed
    public record Change(EditorState before, EditorState after, String label, Transaction.Source source) {
        /// An edit makes a new site; a change of selection keeps the same object.
        @SuppressWarnings("ReferenceEquality")
        public boolean isEdit() {
            return before.site() != after.site();
        }
    }

    public Editor(Site site, Clock clock) {
        this.clock = clock;
        this.first = site;
        this.state = new EditorState(site, Selection.of(site.home().id()));
    }

    public EditorState state() {
        return state;
    }

    public Site site() {
        return state.site();
    }

    public History history() {
        return history;
    }

    /// Makes undoable what was changed before this editor was opened. Listeners hear that nothing but the selection
    /// changed, so that they show what can be undone.
    ///
    /// @param past that led to the site this editor began with; any other is left alone
    public void recall(PastSteps past) {
        history.recall(past, first);
        select(state.selection());
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void unlisten(Listener listener) {
        listeners.remove(listener);
    }

    /// Applies a transaction whole or, when one of its edits cannot be, not at all.
    ///
    /// @throws IllegalArgumentException as [Edits#apply]
    /// @throws IllegalStateException when a listener dispatches during a change
    public void dispatch(Transaction transaction) {
        refuseReentry();
        Site site = state.site();
        for (Edit edit : transaction.edits()) {
            site = Edits.apply(site, edit);
        }
        EditorState after = new EditorState(site, valid(site, transaction.selection()));
        if (!site.equals(state.site())) {
            history.add(new History.Name(transaction.label(), transaction.mergeKey()), state, after, clock.instant());
        } else {
            after = new EditorState(state.site(), after.selection());
        }
        move(after, transaction.label(), transaction.source());
    }

    /// Does a command, where it applies.
    ///
    /// @return whether it did
    public boolean run(Command command) {
        var transaction = command.on(state);
        transaction.ifPresent(this::dispatch);
        return transaction.isPresent();
    }

    public void select(Selection selection) {
        move(new EditorState(state.site(), valid(state.site(), selection)), "", Transaction.Source.PANEL);
    }

    /// @return whether there was something to undo
    public boolean undo() {
        refuseReentry();
        return history.takeUndo()
                .map(step -> {
                    move(step.undone(state), "Undo " + step.name().label(), Transaction.Source.PANEL);
                    return true;
                })
                .orElse(false);
    }

    /// @return whether there was something to redo
    public boolean redo() {
        refuseReentry();
        return history.takeRedo()
                .map(step -> {
                    move(step.redone(state), "Redo " + step.name().label(), Transaction.Source.PANEL);
                    return true;
                })
                .orElse(false);
    }

    private void move(EditorState after, String label, Transaction.Source source) {
        refuseReentry();
        dispatching = true;
        try {
            Change change = new Change(state, after, label, source);
            state = after;
            for (Listener listener : List.copyOf(listeners)) {
                listener.changed(change);
            }
        } finally {
            dispatching = false;
        }
    }

    private void refuseReentry() {
        if (dispatching) {
            throw new IllegalStateException("a change was made while another was being told");
        }
    }

    private static Selection valid(Site site, Selection wanted) {
        Page page = site.page(wanted.page()).orElse(site.home());
        return new Selection(
                page.id(),
                wanted.sections().stream()
                        .filter(section -> site.section(section).isPresent())
                        .toList());
    }
}
