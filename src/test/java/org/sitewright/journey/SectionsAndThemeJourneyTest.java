package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.ui.editor.EditorView;
import org.testfx.api.FxToolkit;

/// A section is found among the pictures, put on the page, given another layout and filled in beside the page; then
/// the whole site gets another style, other letters and colours made of one, and all of that is taken back at once.
@Timeout(300)
class SectionsAndThemeJourneyTest {
    private static final String FONT = "getComputedStyle(document.querySelector('h1')).fontFamily";

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aSectionIsPutInAndTheSiteGetsAnotherLook() {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            SectionId questions = insertQuestions(window);
            turnTheLayout(window, questions);
            addAQuestion(window, questions);
            anotherLook(window);
        }
    }

    private static SectionId insertQuestions(RealWindow window) {
        List<SectionId> before = ids(window);
        RealWindow.onScreen(() -> {
            ((EditorView) window.screen()).actions().run("section.insert");
            return true;
        });
        window.await("section-search");
        window.typeOnPage("question");
        window.await("pick-faq-" + layouts(window).getFirst());
        window.press(KeyCode.ENTER);
        window.waitUntil(
                "the picker is closed", () -> window.find("section-picker").isEmpty());
        window.waitUntil("the site has one section more", () -> ids(window).size() == before.size() + 1);
        SectionId fresh = ids(window).stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(section(window, fresh).kind()).isEqualTo("faq");
        hasLayout(window, fresh, layouts(window).getFirst());
        return fresh;
    }

    private static void turnTheLayout(RealWindow window, SectionId questions) {
        window.click("next-layout");
        hasLayout(window, questions, layouts(window).get(1));
    }

    private static void hasLayout(RealWindow window, SectionId section, String layout) {
        window.waitUntil(
                "the site has the layout " + layout,
                () -> section(window, section).variant().equals(layout));
        window.waitUntil(
                "so has the page",
                () -> Boolean.TRUE.equals(window.onPage(
                        "document.querySelector('" + mark(section) + "').classList.contains('faq--" + layout + "')")));
    }

    private static void addAQuestion(RealWindow window, SectionId questions) {
        int before = section(window, questions).content().items("items").size();
        window.click("add-items");
        window.waitUntil(
                "there is one more",
                () -> section(window, questions).content().items("items").size() == before + 1);
        window.await("field-title");
        RealWindow.onScreen(() -> {
            TextInputControl first = (TextInputControl)
                    window.all(".inspector .item-fields #field-title").getFirst();
            first.requestFocus();
            first.selectAll();
            return true;
        });
        window.typeOnPage("Open on Sundays?");
        window.waitUntil(
                "the page asks it",
                () -> Boolean.TRUE.equals(window.onPage(
                        "document.querySelector('" + mark(questions) + "').textContent.includes('Open on Sundays?')")));
    }

    private static void anotherLook(RealWindow window) {
        Theme theme = window.site().theme();
        Object font = window.onPage(FONT);
        window.click("rail-theme");
        Style other = theme.style() == Style.MINIMAL ? Style.PREMIUM : Style.MINIMAL;
        window.await("theme-panel");
        ButtonBase style = button(window, ".toggle-button", each -> each.getText()
                .equals(other == Style.MINIMAL ? "Minimal" : "Premium"));
        ButtonBase letters =
                button(window, ".theme-row.tall", each -> !each.getStyleClass().contains("chosen"));
        // At once: another style loads the page anew, and the letters change before it stands.
        RealWindow.onScreen(() -> {
            style.fire();
            letters.fire();
            return true;
        });
        window.waitUntil("the site has the style", () -> window.site().theme().style() == other);
        window.waitUntil("so has the page", () -> other.folder()
                .equals(window.onPage("document.documentElement.dataset.style")));
        window.waitUntil("and the letters that were chosen", () -> {
            String family = window.workspace()
                    .catalogue()
                    .font(window.site().theme().display())
                    .orElseThrow()
                    .label();
            return letters.getAccessibleText().startsWith("Type " + family)
                    && String.valueOf(window.onPage(FONT)).contains(family);
        });
        window.click("from-a-colour");
        window.type("seed", "#8a1c4a");
        window.press(KeyCode.ENTER);
        window.waitUntil(
                "the colours are made of it", () -> window.site().theme().seed().equals("#8a1c4a"));
        window.click("theme-undo-all");
        window.waitUntil("the site looks as before", () -> window.site().theme().equals(theme));
        window.waitUntil("so does the page", () -> font.equals(window.onPage(FONT)));
    }

    private static ButtonBase button(RealWindow window, String selector, Predicate<ButtonBase> which) {
        return window.all("#theme-panel " + selector).stream()
                .map(ButtonBase.class::cast)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static String mark(SectionId section) {
        return "[data-sw-section=\"" + section + "\"]";
    }

    private static List<String> layouts(RealWindow window) {
        return window.workspace().catalogue().kind("faq").orElseThrow().variants().stream()
                .map(variant -> variant.name())
                .toList();
    }

    private static Section section(RealWindow window, SectionId id) {
        return window.site().section(id).orElseThrow();
    }

    private static List<SectionId> ids(RealWindow window) {
        return window.site().home().sections().stream().map(Section::id).toList();
    }
}
