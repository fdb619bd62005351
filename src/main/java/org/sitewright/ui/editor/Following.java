package org.sitewright.ui.editor;

import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.ui.fx.Subscription;

/// A panel that shows something of the site. Where only the inside of sections differs, as while somebody types, it
/// follows in the next turn of the screen's thread: the page itself comes first, and several keystrokes count as one.
final class Following {
    private final Runnable show;
    private boolean behind;

    private Following(Runnable show) {
        this.show = show;
    }

    /// Has a panel follow an editor until the screen goes.
    static void of(Editor editor, Subscription open, Runnable show) {
        Following following = new Following(show);
        Editor.Listener listener = following::changed;
        editor.listen(listener);
        open.add(() -> {
            editor.unlisten(listener);
            following.behind = false;
        });
    }

    private void changed(Editor.Change change) {
        if (!isInside(change)) {
            behind = false;
            show.run();
        } else if (!behind) {
            behind = true;
            FxThread.later(this::catchUp);
        }
    }

    private void catchUp() {
        if (behind) {
            behind = false;
            show.run();
        }
    }

    private static boolean isInside(Editor.Change change) {
        EditorState before = change.before();
        EditorState after = change.after();
        return change.isEdit()
                && before.selection().equals(after.selection())
                && before.site().pages().size() == after.site().pages().size()
                && CanvasChange.order(before).equals(CanvasChange.order(after));
    }
}
