package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import org.testfx.api.FxToolkit;

/// Builds a form and puts it on a page, gives a page another address, nests the menu, makes a page for missing
/// addresses and begins a page from a template, in the window; then looks at what a build makes of it.
@Timeout(300)
class FormsAndPagesJourneyTest {
    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aFormAMenuAndPagesAreMadeAndBuilt() {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            buildForm(window);
            nestMenu(window);
            makeTemplate(window);
            changePages(window);
            OutputTree tree = window.workspace()
                    .renderer()
                    .render(window.site(), BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
            assertForm(html(tree, "index.html"));
            assertThat(html(tree, "index.html")
                            .select(".header__nav .sub > details a")
                            .eachText())
                    .containsExactly("Visit");
            assertThat(html(tree, "404.html").select("main h1")).hasSize(1);
            assertThat(html(tree, "old-visit/index.html")
                            .select("meta[http-equiv=refresh]")
                            .attr("content"))
                    .endsWith("../visit/");
        }
    }

    private static void buildForm(RealWindow window) {
        window.click("rail-forms");
        window.click("form-pattern-contact");
        window.click("form-field-message");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ALT, KeyCode.UP);
        window.press(KeyCode.ALT, KeyCode.UP);
        window.waitUntil(
                "the message is first",
                () -> form(window).fields().getFirst().name().equals("message"));
        window.type("form-email", "nobody");
        assertThat(form(window).notificationEmail()).isEmpty();
        window.type("form-email", "sara@aurora.example");
        window.waitUntil(
                "nothing warns of a form that nobody hears",
                () -> RealWindow.onScreen(() -> !window.await("form-unheard").isVisible()));
        window.click("put-form");
        window.waitUntil(
                "the form is on the page",
                () -> Boolean.TRUE.equals(window.onPage("!!document.querySelector('form textarea')")));
        window.waitUntil(
                "the form is kept",
                () -> form(window).notificationEmail().equals("sara@aurora.example")
                        && window.site().home().sections().stream()
                                .anyMatch(section -> section.kind().equals("form")));
    }

    private static void nestMenu(RealWindow window) {
        window.click("rail-menu");
        window.click("menu-own");
        Node visit = window.await("menu-entry-visit");
        RealWindow.onScreen(() -> {
            visit.requestFocus();
            return true;
        });
        window.press(KeyCode.ALT, KeyCode.RIGHT);
        window.waitUntil("Visit is under Prices", () -> window.site().parts().menu().stream()
                .anyMatch(item -> item.children().size() == 1));
    }

    private static void makeTemplate(RealWindow window) {
        window.click("rail-outline");
        choose(window, 1);
        int before = window.site().pages().size();
        fire(window, 1, "Save as template");
        window.waitUntil("there is a template", () -> window.site().pages().stream()
                .anyMatch(page -> page.role() == PageRole.TEMPLATE));
        assertThat(RealWindow.onScreen(() -> pages(window).getItems().size())).isEqualTo(before + 1);
        window.click("add-page");
        choose(window, "From ");
        window.waitUntil(
                "there is a page made from it", () -> window.site().pages().size() == before + 2);
        Page made = window.site().pages().getLast();
        assertThat(made.role()).isEqualTo(PageRole.PAGE);
        assertThat(made.sections()).hasSameSizeAs(window.site().pages().get(1).sections());
    }

    private static void changePages(RealWindow window) {
        int last = window.site().pages().size() - 1;
        choose(window, last);
        RealWindow.onScreen(() -> {
            ((ComboBox<?>) window.await("page-role")).getSelectionModel().select(1);
            return true;
        });
        window.waitUntil(
                "the page is for missing addresses",
                () -> window.site().pages().getLast().role() == PageRole.NOT_FOUND);
        choose(window, 2);
        String slug = window.site().pages().get(2).slug();
        window.type("page-address", "prices");
        window.waitUntil("a used address is refused", () -> window.words("page-address-says")
                .contains("has this address"));
        window.press(KeyCode.ESCAPE);
        assertThat(window.site().pages().get(2).slug()).isEqualTo(slug);
        window.click("rail-menu");
        window.click("add-redirect");
        window.type("redirect-from", "/Old-Visit/");
        RealWindow.onScreen(() -> {
            ((ComboBox<?>) window.await("redirect-to")).getSelectionModel().select(2);
            return true;
        });
        window.click("redirect-save");
        window.waitUntil("the redirect is kept", () -> window.site()
                .parts()
                .redirects()
                .equals(List.of(new Redirect(
                        "old-visit",
                        new LinkTarget.ToPage(window.site().pages().get(2).id(), "")))));
    }

    private static void assertForm(Document page) {
        // The starter has a form of its own below it.
        Elements form = page.select("form[action='mailto:sara@aurora.example']");
        assertThat(form).hasSize(1);
        form.select("input,textarea").forEach(control -> assertThat(page.select("label[for=" + control.id() + "]"))
                .as("label of %s", control)
                .hasSize(1));
        assertThat(form.select("[required]")).hasSize(3);
    }

    private static void choose(RealWindow window, int row) {
        RealWindow.onScreen(() -> {
            pages(window).getSelectionModel().select(row);
            return true;
        });
    }

    /// Chooses an entry of a page's menu, which opens where a right click asks for it.
    private static void fire(RealWindow window, int row, String words) {
        RealWindow.onScreen(() -> {
            Node cell = pages(window).lookupAll(".list-cell").stream()
                    .filter(node -> node instanceof ListCell<?> each && each.getIndex() == row)
                    .findFirst()
                    .orElseThrow();
            Event.fireEvent(
                    cell, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 4, 4, 200, 200, false, null));
            return true;
        });
        choose(window, words);
    }

    /// Chooses the first entry that begins so of the menu that opens.
    private static void choose(RealWindow window, String words) {
        window.waitUntil("the menu is open", () -> RealWindow.onScreen(() -> menu().isPresent()));
        RealWindow.onScreen(() -> {
            ContextMenu menu = menu().orElseThrow();
            menu.getItems().stream()
                    .filter(item -> item.getText() != null && item.getText().startsWith(words))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return true;
        });
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private static ListView<?> pages(RealWindow window) {
        return (ListView<?>) window.await("page-list");
    }

    private static Form form(RealWindow window) {
        window.waitUntil(
                "the form is kept", () -> !window.site().parts().forms().isEmpty());
        Form form = window.site().parts().forms().getFirst();
        assertThat(form.fields())
                .extracting(FormField::name)
                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        return form;
    }

    private static Document html(OutputTree tree, String path) {
        return Jsoup.parse(new String(tree.file(path).orElseThrow().source().all(), StandardCharsets.UTF_8));
    }
}
