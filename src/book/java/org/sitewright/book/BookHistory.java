package org.sitewright.book;

import static org.sitewright.book.BookWindow.LONG_SETTLE;
import static org.sitewright.book.BookWindow.SETTLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.sitewright.archive.ArchiveWriter;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.history.HistoryView;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// The past of a site: along the line of time, what differs, a name for a moment, and joining with a copy.
final class BookHistory {
    private static final List<String> HEADLINES = List.of(
            "Fresh at dawn",
            "Fresh bread, every morning",
            "Out of the oven at ten past four",
            "Bread worth getting up for",
            "The first loaf leaves at 4:10");

    private final BookWindow window;

    BookHistory(BookWindow window) {
        this.window = window;
    }

    void take(Site site) throws Exception {
        for (int i = 0; i < 40; i++) {
            window.clock().setBack(Duration.ofHours(16 * 24L - 9L * i));
            String words = HEADLINES.get(i % HEADLINES.size());
            title(site, 0, i % 2 == 0 ? words : words + ".", "Heading rewritten");
        }
        Path copy = copy(site);
        window.clock().setBack(Duration.ofMinutes(4));
        title(site, 0, "Bread worth getting up for", "Heading rewritten");
        title(site, 1, "This morning’s bake", "Heading rewritten");
        window.clock().setBack(Duration.ZERO);
        window.go(new Destination.History(site.id()));
        window.await("edits");
        window.take("history", 2 * LONG_SETTLE);
        for (int i = 0; i < 12; i++) {
            window.act(
                    () -> ((javafx.scene.control.Button) window.screen().root().lookup("#step-back")).fire());
            BookWindow.pause(120);
        }
        window.take("history-back", LONG_SETTLE);
        window.press("name-moment");
        window.await("moment-name");
        window.write("moment-name", "Before the summer fair");
        window.take("history-name", SETTLE);
        window.press("moment-name-keep");
        differences();
        window.act(() -> ((HistoryView) window.screen()).merge(copy));
        window.await("merge-dialog");
        window.take("history-merge", SETTLE);
        window.key(KeyCode.ESCAPE);
    }

    private void differences() throws Exception {
        toggle("tab-differences");
        window.take("history-differences", LONG_SETTLE);
        toggle("view-flip");
        window.take("history-flip", LONG_SETTLE);
        window.key(KeyCode.SPACE);
        window.take("history-flip-then", SETTLE);
        window.act(() -> {
            var root = window.screen().root();
            javafx.event.Event.fireEvent(
                    root,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_RELEASED,
                            "",
                            "",
                            KeyCode.SPACE,
                            false,
                            false,
                            false,
                            false));
        });
        toggle("view-beside");
    }

    private void toggle(String id) throws Exception {
        var node = (javafx.scene.control.ToggleButton) window.await(id);
        window.act(() -> {
            node.setSelected(true);
            window.screen().root().requestFocus();
        });
    }

    /// A copy in which somebody else changed the same headlines.
    private Path copy(Site site) throws Exception {
        Path file = Files.createTempDirectory("copy").resolve("site.zip");
        Site here = now(site);
        Site there = titled(titled(here, 0, "Loaves for the whole street"), 1, "What comes out of the oven today");
        var archive = window.workspace().archive(there, true);
        new ArchiveWriter(window.workspace().mediaStore()).write(archive, file, Progress.NONE, new CancelToken());
        return file;
    }

    private void title(Site site, int section, String words, String label) {
        window.workspace().sites().save(titled(now(site), section, words), new Change(site.owner(), label));
    }

    private static Site titled(Site site, int section, String words) {
        Section found = site.home().sections().get(section);
        UnaryOperator<Section> change = each -> each.withContent(each.content().with("title", new Value.Text(words)));
        return site.withSection(found.id(), change);
    }

    private Site now(Site site) {
        return window.workspace().sites().find(site.id()).orElseThrow();
    }
}
