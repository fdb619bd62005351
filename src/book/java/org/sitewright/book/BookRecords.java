package org.sitewright.book;

import static org.sitewright.book.BookWindow.LONG_SETTLE;
import static org.sitewright.book.BookWindow.SETTLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.backup.BackupsView;
import org.sitewright.ui.fx.Destination;

/// What was done, what was deleted and what is kept elsewhere; whole at first, then damaged.
final class BookRecords {
    private final BookWindow window;

    BookRecords(BookWindow window) {
        this.window = window;
    }

    void take(Site site) throws Exception {
        window.go(new Destination.Bin());
        window.take("bin-empty", SETTLE);
        var sites = window.workspace().sites();
        Site now = sites.find(site.id()).orElseThrow();
        sites.save(
                now.withPages(now.pages().subList(0, now.pages().size() - 1)),
                new Change(site.owner(), "Delete a page"));
        window.go(new Destination.Bin());
        window.take("bin", SETTLE);
        window.go(new Destination.Activity());
        window.take("activity", LONG_SETTLE);
        backups();
        try (Stream<Path> files = Files.list(window.data().resolve("journal"))) {
            BookWindow.flip(files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        }
        window.go(new Destination.Activity());
        window.take("activity-broken", LONG_SETTLE);
    }

    private void backups() throws Exception {
        window.go(new Destination.Backups());
        window.await("set-up-folder");
        window.take("backups-none", SETTLE);
        window.press("set-up-bucket");
        window.take("backups-bucket", SETTLE);
        window.key(javafx.scene.input.KeyCode.ESCAPE);
        Path place = Files.createTempDirectory("backups");
        window.act(() -> ((BackupsView) window.screen()).model().setUpFolder(place));
        window.press("prove");
        window.waitUntil("a restore was proven", () -> says("last-proven", "Today"));
        window.press("back-up-now");
        window.take("backups", 2 * LONG_SETTLE);
        window.clock().setBack(Duration.ofDays(-11));
        window.go(new Destination.Backups());
        window.take("backups-overdue", LONG_SETTLE);
        window.clock().setBack(Duration.ZERO);
        damage(place);
        window.go(new Destination.Backups());
        window.press("check-backups");
        window.await("repair");
        window.take("backups-damaged", LONG_SETTLE);
    }

    private boolean says(String id, String words) {
        return window.screen().root().lookup("#" + id) instanceof javafx.scene.control.Label label
                && label.getText().contains(words);
    }

    private static void damage(Path place) throws Exception {
        List<Path> all;
        try (Stream<Path> files = Files.walk(place)) {
            all = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("assets"))
                    .toList();
        }
        Files.delete(all.getFirst());
    }
}
