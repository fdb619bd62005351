package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.ui.fx.Destination;
import org.testfx.api.FxToolkit;

/// Going through the past of a site in the window: step back, see it beside now, take one section back, undo that,
/// after another start too; then the activity that all this left, and a page out of the bin.
@Timeout(600)
class HistoryJourneyTest {
    @TempDir
    private Path data = Path.of("unused");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aSectionIsTakenBackAndThatIsUndoneAfterAnotherStart() {
        String written;
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            written = headline(window);
            window.click("back");
            window.await("new-site");
            write(window, "Fresh at dawn");
            write(window, "Fresh at noon");
            open(window);
            window.press(KeyCode.END);
            window.press(KeyCode.LEFT);
            window.waitUntil("the page of then shows its headline", () -> heroOf(window, "page-then")
                    .contains("Fresh at dawn"));
            assertThat(heroOf(window, "page-now")).contains("Fresh at noon");
            window.click("tab-differences");
            window.await("back-0");
            window.click("back-1");
            window.waitUntil("the section is as it was", () -> headline(window).equals("Fresh at dawn"));
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.waitUntil("that is undone", () -> headline(window).equals("Fresh at noon"));
            window.press(KeyCode.HOME);
            window.waitUntil("the first moment is shown", () -> heroOf(window, "page-then")
                    .contains(plain(written)));
            window.click("bring-back");
            window.waitUntil("everything is as it was", () -> headline(window).equals(written));
            window.press(KeyCode.ESCAPE);
            window.await("canvas");
        }
        try (RealWindow window = RealWindow.open(data)) {
            window.type("password", "Correct-horse-9");
            window.click("go");
            window.await("new-site");
            open(window);
            window.click("history-undo");
            window.waitUntil(
                    "it is undone after another start", () -> headline(window).equals("Fresh at noon"));
            activity(window);
            bin(window);
        }
    }

    private static void activity(RealWindow window) {
        window.press(KeyCode.ESCAPE);
        window.await("canvas");
        window.click("back");
        window.click("nav-activity");
        window.waitUntil(
                "the chain was checked", () -> window.words("chain-words").contains("are whole"));
        window.type("activity-search", "fresh words");
        window.waitUntil("two records have the words", () -> rows(window, "activity-list") == 2);
        assertThat(window.await("activity-values").toString()).isNotEmpty();
    }

    private static void bin(RealWindow window) {
        Site site = window.site();
        window.workspace()
                .sites()
                .save(site.withPages(site.pages().subList(0, 2)), new Change(site.owner(), "Delete a page"));
        window.click("nav-bin");
        window.waitUntil("the page is in the bin", () -> rows(window, "bin-list") == 1);
        window.click("bring-back-0");
        window.waitUntil(
                "the page is back",
                () -> window.site().pages().size() == site.pages().size());
        window.await("bin-empty");
    }

    private static int rows(RealWindow window, String id) {
        return RealWindow.onScreen(() -> window.find(id)
                .map(list -> ((ListView<?>) list).getItems().size())
                .orElse(0));
    }

    private static void open(RealWindow window) {
        RealWindow.onScreen(() -> {
            window.open(new Destination.History(window.site().id()));
            return true;
        });
        window.waitUntil("both pages stand", () -> !heroOf(window, "page-now").isEmpty());
    }

    private static String heroOf(RealWindow window, String id) {
        return RealWindow.onScreen(() -> window.find(id)
                .map(node -> String.valueOf(((WebView) node)
                        .getEngine()
                        .executeScript(
                                "(document.querySelector('.hero [data-sw-edit=title]') || {}).textContent || ''")))
                .orElse(""));
    }

    private static void write(RealWindow window, String headline) {
        Site site = window.site();
        Section hero = site.home().sections().getFirst();
        window.workspace()
                .sites()
                .save(
                        site.withSection(
                                hero.id(),
                                each -> each.withContent(each.content().with("title", new Value.Text(headline)))),
                        new Change(site.owner(), "Fresh words for the headline"));
    }

    private static String plain(String html) {
        return RichText.plain(html).strip();
    }

    private static String headline(RealWindow window) {
        return window.site().home().sections().getFirst().content().text("title");
    }
}
