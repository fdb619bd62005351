package org.sitewright.book;

import static org.sitewright.book.BookWindow.LONG_SETTLE;
import static org.sitewright.book.BookWindow.SETTLE;

import javafx.scene.input.KeyCode;
import org.sitewright.site.Site;
import org.sitewright.ui.control.PanelRequest;
import org.sitewright.ui.editor.EditorView;
import org.sitewright.ui.fx.Destination;

/// The editor, its panels, and what lies over it.
final class BookEditor {
    private final BookWindow window;

    BookEditor(BookWindow window) {
        this.window = window;
    }

    void take(Site site) throws Exception {
        window.go(new Destination.Editor(site.id()));
        window.take("editor", LONG_SETTLE);
        window.act(() ->
                view().show(site.home().id(), site.home().sections().get(1).id()));
        window.take("editor-section", LONG_SETTLE);
        window.press("tab-style");
        window.take("editor-style", SETTLE);
        for (String panel : new String[] {"theme", "forms", "menu", "components", "find"}) {
            window.act(() -> view().root().getChildrenUnmodifiable().getFirst().fireEvent(new PanelRequest(panel)));
            window.await(panel + "-panel");
            if (panel.equals("find")) {
                window.write("find-text", "the");
            }
            window.take("editor-" + panel, panel.equals("components") ? LONG_SETTLE : SETTLE);
            if (panel.equals("forms")) {
                window.press("form-pattern-contact");
                window.take("editor-form", SETTLE);
            }
        }
        over(site);
    }

    private void over(Site site) throws Exception {
        window.go(new Destination.Editor(site.id()));
        BookWindow.pause(LONG_SETTLE);
        act("section.insert");
        window.take("section-picker", 2 * LONG_SETTLE);
        window.write("section-search", "price");
        window.take("section-picker-search", LONG_SETTLE);
        window.key(KeyCode.ESCAPE);
        act("view.search");
        window.take("palette", SETTLE);
        window.write("palette-text", "hist");
        window.take("palette-search", SETTLE);
        window.key(KeyCode.ESCAPE);
        act("view.keys");
        window.take("keys", SETTLE);
        window.key(KeyCode.ESCAPE);
        act("site.phone");
        window.take("phone", SETTLE);
        window.press("phone-start");
        window.await("phone-preview");
        window.take("phone-code", LONG_SETTLE);
        window.key(KeyCode.ESCAPE);
    }

    private EditorView view() {
        return (EditorView) window.screen();
    }

    private void act(String action) throws Exception {
        window.act(() -> view().actions().run(action));
    }
}
