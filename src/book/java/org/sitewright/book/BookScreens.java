package org.sitewright.book;

import static org.sitewright.book.BookWindow.LONG_SETTLE;
import static org.sitewright.book.BookWindow.SETTLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Destination.NewSite.Beginning;

/// Takes pictures of every screen of the program in its window, light and dark.
final class BookScreens {
    private final BookWindow window;

    BookScreens(BookWindow window) {
        this.window = window;
    }

    /// @param wanted parts as `editor` or `backups`; all when it names none
    /// @return how many pictures were taken
    static int take(Path folder, List<String> wanted) throws Exception {
        BookWindow window = BookWindow.open(folder);
        try {
            new BookScreens(window).take(wanted);
            return window.count();
        } finally {
            window.end();
        }
    }

    private void take(List<String> wanted) throws Exception {
        boolean all = Part.none(wanted);
        window.clock().setBack(Duration.ofDays(16));
        UserId user = signUp(all);
        Site first = site("bakery", "Aurora Bread", user);
        Site second = site("photographer", "Mira Holt", user);
        window.clock().setBack(Duration.ZERO);
        for (Part part : Part.values()) {
            if (all || wanted.contains(part.word())) {
                switch (part) {
                    case HOME -> home(second);
                    case EDITOR -> new BookEditor(window).take(first);
                    case PUBLISH -> new BookPublishing(window, first).take();
                    case HISTORY -> new BookHistory(window).take(first);
                    case RECORDS -> new BookRecords(window).take(second);
                }
            }
        }
    }

    /// What can be asked for alone.
    private enum Part {
        HOME,
        EDITOR,
        PUBLISH,
        HISTORY,
        RECORDS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static boolean none(List<String> wanted) {
            return java.util.Arrays.stream(values()).noneMatch(part -> wanted.contains(part.word()));
        }
    }

    private UserId signUp(boolean pictured) throws Exception {
        window.go(new Destination.SignIn());
        window.await("password");
        if (pictured) {
            window.take("sign-in", 4 * LONG_SETTLE);
        }
        window.write("name", "Sara Berg");
        window.write("email", "sara@aurora.example");
        window.write("password", "Correct-horse-9");
        window.press("go");
        window.await("new-site");
        return window.workspace().accounts().list().getFirst().id();
    }

    private void home(Site site) throws Exception {
        window.go(new Destination.Sites());
        window.take("sites", LONG_SETTLE);
        window.go(new Destination.NewSite(Beginning.STARTER));
        window.take("new-site", LONG_SETTLE);
        media(site);
        window.go(new Destination.Components(null));
        window.take("components", LONG_SETTLE);
        UserId user = site.owner();
        window.go(new Destination.Components(
                window.workspace().components().list(user).getFirst().id()));
        window.take("component-code", LONG_SETTLE);
        window.press("component-duplicate");
        window.await("component-name");
        window.take("component-own", LONG_SETTLE);
    }

    private void media(Site site) throws Exception {
        window.go(new Destination.Media(site.id()));
        window.await("media-grid");
        BookWindow.pause(LONG_SETTLE);
        var grid = window.await("media-grid");
        window.act(grid::requestFocus);
        window.key(KeyCode.RIGHT);
        window.take("media", LONG_SETTLE);
        window.press("media-crop");
        window.take("media-crop", LONG_SETTLE);
        window.key(KeyCode.ESCAPE);
        window.press("media-as-list");
        window.take("media-list", SETTLE);
    }

    private Site site(String starter, String name, UserId user) {
        return window.workspace()
                .siteMaker()
                .fromStarter(window.workspace().catalogue().starter(starter).orElseThrow(), name, user);
    }
}
