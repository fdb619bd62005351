package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;
import org.sitewright.ui.editor.EditorView;
import org.testfx.api.FxToolkit;

/// What stands around the page, in the window: the theme, find and replace, the command palette, and the site on a
/// phone.
@Timeout(300)
class AroundThePageJourneyTest {
    private static final String COLOR = "getComputedStyle(document.querySelector('.btn')).backgroundColor";

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void theSiteIsColouredSearchedFoundAndSeenOnAPhone() throws IOException {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            changeThePalette(window);
            findAndReplace(window);
            goByThePalette(window);
            lookFromThePhone(window);
            pickACategoryAndGoOnTyping(window);
            goToThePastFromTheSites(window);
        }
    }

    private static void changeThePalette(RealWindow window) {
        Theme theme = window.site().theme();
        Object color = window.onPage(COLOR);
        window.click("rail-theme");
        String other = window.workspace().catalogue().palettes().stream()
                .limit(4)
                .filter(palette -> !palette.isIn(theme))
                .map(palette -> palette.name())
                .findFirst()
                .orElseThrow();
        window.click("palette-" + other);
        window.waitUntil("the page has other colours", () -> !color.equals(window.onPage(COLOR)));
        window.waitUntil("they are kept", () -> !window.site().theme().equals(theme));
        window.click("undo");
        window.waitUntil("the page has its colours again", () -> color.equals(window.onPage(COLOR)));
        window.waitUntil("so has the site", () -> window.site().theme().equals(theme));
    }

    private static void findAndReplace(RealWindow window) {
        Site before = window.site();
        String word = word(before);
        window.click("rail-find");
        window.type("find-text", word);
        window.waitUntil(
                "there are places",
                () -> RealWindow.onScreen(() -> !results(window).getItems().isEmpty()));
        window.type("find-with", "Zanzibar");
        window.click("find-replace");
        window.waitUntil("every place has it", () -> text(window.site()).contains("Zanzibar"));
        assertThat(text(window.site())).doesNotContain(word);
        window.click("undo");
        window.waitUntil("it is as it was", () -> window.site().equals(before));
    }

    private static void goByThePalette(RealWindow window) {
        window.click("rail-outline");
        Page second = window.site().pages().get(1);
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.await("palette-text");
        window.type("palette-text", "@" + second.name());
        window.waitUntil(
                "something is found",
                () -> RealWindow.onScreen(() ->
                        !((ListView<?>) window.await("palette-list")).getItems().isEmpty()));
        window.press(KeyCode.ENTER);
        window.waitUntil("the palette is closed", () -> window.find("palette").isEmpty());
        window.waitUntil(
                "the page is open",
                () -> RealWindow.onScreen(() -> ((ListView<?>) window.await("page-list"))
                                .getSelectionModel()
                                .getSelectedIndex()
                        == 1));
    }

    private static void pickACategoryAndGoOnTyping(RealWindow window) {
        RealWindow.onScreen(() -> {
            ((EditorView) window.screen()).actions().run("section.insert");
            return true;
        });
        window.await("section-search");
        // They come last, and the list is made anew then.
        window.await("category-components");
        window.click("category-contact");
        window.typeOnPage("map");
        assertThat(RealWindow.onScreen(() -> ((TextField) window.await("section-search")).getText()))
                .isEqualTo("map");
        window.press(KeyCode.ESCAPE);
        window.waitUntil(
                "the picker is closed", () -> window.find("section-picker").isEmpty());
    }

    private static void goToThePastFromTheSites(RealWindow window) {
        window.click("back");
        window.await("new-site");
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.await("palette-text");
        window.type("palette-text", "history of aurora");
        window.waitUntil(
                "the past is found",
                () -> RealWindow.onScreen(() ->
                        !((ListView<?>) window.await("palette-list")).getItems().isEmpty()));
        window.press(KeyCode.ENTER);
        for (String page : List.of("page-then", "page-now")) {
            window.waitUntil(
                    page + " stands",
                    () -> RealWindow.onScreen(() -> window.find(page)
                            .map(node ->
                                    ((WebView) node).getEngine().executeScript("!!document.querySelector('.hero')"))
                            .filter(Boolean.TRUE::equals)
                            .isPresent()));
        }
    }

    private static void lookFromThePhone(RealWindow window) throws IOException {
        window.click("phone");
        window.await("phone-start");
        assertThat(window.find("phone-code")).isEmpty();
        window.click("phone-start");
        window.waitUntil("it has begun", () -> window.find("phone-start").isEmpty());
        if (window.find("phone-address").isEmpty()) {
            // This computer is in no network: the box says so, and nothing is served.
            window.press(KeyCode.ESCAPE);
            return;
        }
        URI address = URI.create(RealWindow.onScreen(() -> ((TextField) window.await("phone-address")).getText()));
        assertThat(address.getPath()).hasSizeGreaterThan(32);
        URI here = URI.create("http://127.0.0.1:" + address.getPort() + address.getPath());
        assertThat(get(here)).isEqualTo(200);
        assertThat(get(here.resolve("/"))).isEqualTo(404);
        assertThat(get(here.resolve("/index.html"))).isEqualTo(404);
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(ask(here, method)).as(method).isEqualTo(405);
        }
        window.click("phone-stop");
        window.waitUntil("it is closed", () -> window.find("phone-preview").isEmpty());
        assertThat(isServed(here)).isFalse();
    }

    private static int get(URI address) throws IOException {
        return ask(address, "GET");
    }

    private static int ask(URI address, String method) throws IOException {
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        call.setConnectTimeout(5_000);
        call.setReadTimeout(20_000);
        call.setRequestMethod(method);
        try {
            int status = call.getResponseCode();
            if (status == 200) {
                assertThat(new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("<main id=\"main\">");
            }
            return status;
        } finally {
            call.disconnect();
        }
    }

    private static boolean isServed(URI address) {
        try {
            return get(address) == 200;
        } catch (IOException gone) {
            return false;
        }
    }

    private static ListView<?> results(RealWindow window) {
        return (ListView<?>) window.await("find-results");
    }

    /// The longest word of the headline.
    private static String word(Site site) {
        String title = site.home().sections().stream()
                .filter(section -> section.kind().equals("hero"))
                .findFirst()
                .orElseThrow()
                .content()
                .text("title");
        return List.of(title.replaceAll("<[^>]*>", " ").split("[^\\p{L}]+")).stream()
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static String text(Site site) {
        return site.home().sections().toString();
    }
}
