package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.FieldPath;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.TextLink;
import org.sitewright.site.Value;
import org.testfx.api.FxToolkit;

/// The page under the hands of its maker: writing, formatting, linking, pasting, choosing several, moving, copying to
/// another page, pictures, widths and keys.
@Timeout(300)
class CanvasJourneyTest {
    private static final String HEADLINE = ".hero [data-sw-edit=title]";

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aPageIsMadeByHand() throws IOException {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            writeFormatAndLink(window);
            pasteFromElsewhere(window);
            writeInTheInspector(window);
            severalAtOnce(window);
            dragByTheGrip(window);
            copyToAnotherPage(window);
            widthsAndZoom(window);
            dropAPicture(window);
            styleOfASection(window);
            theSheetOfKeys(window);
        }
    }

    private static void writeFormatAndLink(RealWindow window) {
        caretInHeadline(window);
        window.onPage("getSelection().selectAllChildren(document.querySelector('" + HEADLINE + "'))");
        window.typeOnPage("Fresh bread");
        window.waitUntil("the store has the words", () -> headline(window).equals("Fresh bread"));
        window.onPage("getSelection().selectAllChildren(document.querySelector('" + HEADLINE + "'))");
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.waitUntil("they are slanted", () -> headline(window).equals("<em>Fresh bread</em>"));
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.await("link-panel");
        Page prices = window.site().pages().get(1);
        RealWindow.onScreen(() -> {
            choose(window, "link-text-link", 1);
            choose(window, "link-page-text-link", 1);
            return true;
        });
        window.click("link-set");
        window.waitUntil("the words lead to the prices", () -> TextLink.in(headline(window))
                .equals(List.of(new LinkTarget.ToPage(prices.id(), ""))));
        window.onPage("swCanvas.leave()");
    }

    private static void pasteFromElsewhere(RealWindow window) {
        caretInHeadline(window);
        window.onPage("getSelection().selectAllChildren(document.querySelector('" + HEADLINE + "'))");
        window.press(KeyCode.CONTROL, KeyCode.SPACE);
        window.waitUntil("the words are plain", () -> headline(window).equals("Fresh bread"));
        window.onPage("getSelection().selectAllChildren(document.querySelector('" + HEADLINE + "'))");
        clipboard(Map.of(
                DataFormat.HTML,
                "<p class=MsoNormal><b>Bread</b> <script>alert(1)</script><span onclick=x>now</span></p>",
                DataFormat.PLAIN_TEXT,
                "Bread now"));
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.waitUntil("it is there", () -> headline(window).contains("now"));
        assertThat(headline(window).replace("&nbsp;", " ")).isEqualTo("<strong>Bread</strong> now");
        window.press(KeyCode.ESCAPE);
        window.waitUntil("the caret is out", () -> Boolean.FALSE.equals(window.onPage("!!swParts.editing()")));
    }

    /// Each key but the first changes words alone, and the section is not read anew.
    private static void writeInTheInspector(RealWindow window) {
        window.onPage("window.whole = 0; (section => swCanvas.section = (...given) => { whole++; section(...given); })"
                + "(swCanvas.section)");
        window.type("field-title", "Bread & butter");
        window.waitUntil("the page has the words", () -> "Bread &amp; butter"
                .equals(window.onPage("document.querySelector('" + HEADLINE + "').innerHTML")));
        assertThat(((Number) window.onPage("whole")).intValue()).isEqualTo(1);
        window.type("field-title", "*Bread* now");
        window.waitUntil("the page has other words", () -> "<em>Bread</em> now"
                .equals(window.onPage("document.querySelector('" + HEADLINE + "').innerHTML")));
    }

    private static void severalAtOnce(RealWindow window) {
        List<SectionId> before = ids(window);
        select(window, 2, 3);
        window.press(KeyCode.DELETE);
        window.waitUntil("two are gone", () -> ids(window).size() == before.size() - 2);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.waitUntil("one step brings both back", () -> ids(window).equals(before));
    }

    private static void dragByTheGrip(RealWindow window) {
        List<SectionId> before = ids(window);
        select(window, 1);
        window.waitUntil(
                "the grip is beside it", () -> window.find("canvas-grip").isPresent());
        // The lower end of the second section lies in the middle of the window, where nothing scrolls by itself.
        window.onPage("(() => { const end = () => document.querySelector('[data-sw-section=\"" + before.get(1)
                + "\"]').getBoundingClientRect().bottom; scrollTo(0, end() + scrollY - innerHeight / 2);"
                + " swCanvas.drag(['" + before.getFirst() + "'], innerHeight / 2);"
                + " swCanvas.drag(['x'], end() - 2); })()");
        assertThat(window.onPage("getComputedStyle(document.getElementById('sw-tools').shadowRoot"
                        + ".getElementById('landing')).display"))
                .isEqualTo("block");
        window.onPage("swCanvas.drop()");
        window.waitUntil("it stands one lower", () -> ids(window).get(1).equals(before.getFirst()));
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.waitUntil("and back", () -> ids(window).equals(before));
    }

    private static void copyToAnotherPage(RealWindow window) {
        select(window, 2);
        Section copied = window.site().home().sections().get(1);
        window.press(KeyCode.CONTROL, KeyCode.C);
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.await("page-list")).getSelectionModel().select(1);
            return true;
        });
        int count = window.site().pages().get(1).sections().size();
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.waitUntil(
                "the other page has it",
                () -> window.site().pages().get(1).sections().size() == count + 1);
        Section pasted = window.site().pages().get(1).sections().getLast();
        assertThat(pasted.kind()).isEqualTo(copied.kind());
        assertThat(pasted.id()).isNotEqualTo(copied.id());
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.await("page-list")).getSelectionModel().select(0);
            return true;
        });
        window.waitUntil(
                "home is open again",
                () -> Boolean.TRUE.equals(window.onPage("!!document.querySelector('" + HEADLINE + "')")));
    }

    private static void widthsAndZoom(RealWindow window) {
        window.click("device-phone");
        window.waitUntil("the page is narrow", () -> width(window) == 390);
        RealWindow.onScreen(() -> {
            TextInputControl box = (TextInputControl) window.await("canvas-width");
            box.requestFocus();
            box.setText("640");
            return true;
        });
        window.press(KeyCode.ENTER);
        window.waitUntil("any width will do", () -> width(window) == 640);
        window.click("device-desktop");
        window.waitUntil("the page is wide", () -> width(window) == 1200);
        double fitted = zoom(window);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        window.waitUntil("it is smaller", () -> zoom(window) < fitted);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        window.waitUntil("it fits again", () -> Math.abs(zoom(window) - fitted) < 0.01);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        window.waitUntil("it runs from right to left", () -> "rtl"
                .equals(window.onPage("getComputedStyle(document.body).direction")));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    }

    /// A file on the clipboard goes the way of one that is dropped, from the chosen picture on.
    private void dropAPicture(RealWindow window) throws IOException {
        Path file = Path.of(System.getProperty("sitewright.assets", "assets"), "sections/_samples");
        File picture;
        try (Stream<Path> files = Files.list(file)) {
            picture = files.filter(each ->
                            each.toString().endsWith(".webp") || each.toString().endsWith(".jpg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .toFile();
        }
        Value before = picture(window);
        window.onPage("scrollTo(0, 0)");
        window.clickOnPage(".hero [data-sw-image=image]");
        window.waitUntil(
                "the hero is chosen", () -> window.find("replace-image").isPresent());
        clipboard(Map.of(DataFormat.FILES, List.of(picture)));
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.waitUntil("the picture is another one", () -> !picture(window).equals(before));
        window.press(KeyCode.SHIFT, KeyCode.ENTER);
        window.await("picture-panel");
        window.type("picture-alt", "Buns");
        window.waitUntil(
                "the picture says what it shows",
                () -> picture(window) instanceof Value.Image image
                        && image.alt().equals("Buns"));
        window.await("focal-stage");
        window.press(KeyCode.ESCAPE);
        window.waitUntil("the panel is gone", () -> window.find("picture-panel").isEmpty());
    }

    private static void styleOfASection(RealWindow window) {
        select(window, 2);
        window.click("tab-style");
        window.click("ground-night");
        window.waitUntil("the section lies on night", () -> window.site()
                .home()
                .sections()
                .get(1)
                .style()
                .background()
                .equals(new SectionStyle.Background.Role("night")));
        window.waitUntil(
                "the page shows it",
                () -> Boolean.TRUE.equals(window.onPage("!!document.querySelector('main > .tone-night')")));
    }

    private static void theSheetOfKeys(RealWindow window) {
        window.press(KeyCode.F1);
        window.await("keyboard-sheet");
        window.press(KeyCode.ESCAPE);
        window.waitUntil(
                "the sheet is gone", () -> window.find("keyboard-sheet").isEmpty());
    }

    private static void caretInHeadline(RealWindow window) {
        window.clickOnPage(HEADLINE);
        window.waitUntil(
                "the caret is in the headline",
                () -> Boolean.TRUE.equals(
                        window.onPage("document.activeElement === document.querySelector('" + HEADLINE + "')")));
    }

    private static void clipboard(Map<DataFormat, Object> content) {
        boolean unused =
                RealWindow.onScreen(() -> Clipboard.getSystemClipboard().setContent(content));
    }

    private static void select(RealWindow window, int first, int... others) {
        boolean unused = RealWindow.onScreen(() -> {
            ListView<?> list = (ListView<?>) window.await("section-list");
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(first, others);
            return true;
        });
    }

    private static void choose(RealWindow window, String box, int at) {
        ((javafx.scene.control.ComboBox<?>) window.await(box))
                .getSelectionModel()
                .select(at);
    }

    private static int width(RealWindow window) {
        return ((Number) window.onPage("innerWidth")).intValue();
    }

    private static double zoom(RealWindow window) {
        return RealWindow.onScreen(((WebView) window.await("canvas"))::getZoom);
    }

    private static Value picture(RealWindow window) {
        return hero(window).content().get(FieldPath.of("image")).orElseThrow();
    }

    private static String headline(RealWindow window) {
        return hero(window).content().text("title");
    }

    private static Section hero(RealWindow window) {
        return window.site().home().sections().stream()
                .filter(section -> section.kind().equals("hero"))
                .findFirst()
                .orElseThrow();
    }

    private static List<SectionId> ids(RealWindow window) {
        return window.site().home().sections().stream().map(Section::id).toList();
    }
}
