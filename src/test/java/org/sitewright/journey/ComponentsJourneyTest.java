package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.testfx.api.FxToolkit;

/// A public component becomes one's own, is changed, stands on a page with words of its own, and changes there when it
/// is changed in the library; a script without an end does no harm; a file brings it back.
@Timeout(300)
class ComponentsJourneyTest {
    @TempDir
    private Path data;

    private UserId user = new UserId(new java.util.UUID(0, 0));

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aComponentGoesFromTheLibraryToAPageAndBack() throws Exception {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUp();
            window.click("nav-components");
            ComponentLibrary library = window.workspace().components();
            user = user(window);
            Component shipped = named(library, user, "Callout");
            window.type("component-search", "callout");
            press(window, "component-" + shipped.id());
            window.click("component-duplicate");
            window.await("component-name");
            Component mine = named(library, user, "Callout copy");
            change(window, mine.html().replace("Good to know", "Read this first"));
            window.click("component-save");
            window.waitUntil(
                    "it is kept",
                    () -> library.find(mine.id()).orElseThrow().html().contains("Read this first"));
            endlessScript(window, library, mine);

            insert(window, mine);
            window.waitUntil(
                    "the page shows it",
                    () -> Boolean.TRUE.equals(window.onPage("document.body.innerText.includes('Read this first')")));
            override(window, "Only here");
            window.click("edit-component");
            window.await("component-name");
            change(
                    window,
                    library.find(mine.id())
                            .orElseThrow()
                            .html()
                            .replace("Deliveries", "All deliveries")
                            .replace("Read this first", "Read this second"));
            window.click("component-save");
            window.waitUntil(
                    "the site has it",
                    () -> site(window).component(mine.id()).orElseThrow().html().contains("All deliveries"));
            assertThat(use(window).content().text("title")).isEqualTo("Only here");

            pick(window, mine);

            Path file = data.resolve("callout.sitewright-component");
            Files.write(file, library.export(user, library.find(mine.id()).orElseThrow()));
            Component back = library.bring(user, Files.readAllBytes(file));
            assertThat(back.html()).contains("All deliveries");
            assertThat(library.find(shipped.id()).orElseThrow().downloads()).isEqualTo(1);
            assertThat(library.find(mine.id()).orElseThrow().downloads()).isEqualTo(3);
        }
    }

    private static void endlessScript(RealWindow window, ComponentLibrary library, Component mine) {
        window.click("tab-javascript");
        boolean unused = RealWindow.onScreen(() -> {
            ((CodeArea) window.await("code-javascript")).replaceText("while (true) {}");
            return true;
        });
        window.click("component-save");
        window.waitUntil(
                "the window still answers, and it is kept",
                () -> library.find(mine.id()).orElseThrow().javascript().contains("while"));
        window.await("component-run");
    }

    private void insert(RealWindow window, Component mine) {
        window.click("nav-sites");
        window.click("new-site");
        window.await("use-starter");
        window.type("site-name", "Aurora");
        window.click("use-starter");
        window.await("canvas");
        window.waitUntil(
                "the canvas is ready",
                () -> Boolean.TRUE.equals(
                        window.onPage("!!window.swCanvas && !!document.querySelector('.hero [data-sw-edit=title]')")));
        window.click("rail-components");
        window.type("panel-component-search", "callout copy");
        press(window, "insert-" + mine.id());
        window.click("insert-with");
        window.waitUntil(
                "the site is kept with it",
                () -> site(window).component(mine.id()).isPresent());
        assertThat(site(window).component(mine.id()).orElseThrow().scripted()).isTrue();
    }

    /// From the picker of sections, where the script is asked about as anywhere else.
    private void pick(RealWindow window, Component mine) {
        window.click("nav-sites");
        window.click("site-" + site(window).id());
        window.waitUntil(
                "the canvas is ready",
                () -> Boolean.TRUE.equals(
                        window.onPage("!!window.swCanvas && !!document.querySelector('.component')")));
        int uses = uses(window).size();
        window.click("add-section");
        window.type("section-search", "callout copy");
        Node card = window.await("pick-component-" + mine.id());
        window.waitUntil(
                "it is drawn",
                () -> RealWindow.onScreen(() -> !card.lookupAll(".image-view").isEmpty()));
        window.press(KeyCode.ENTER);
        window.click("insert-without");
        window.waitUntil("there is one more use", () -> uses(window).size() == uses + 1);
        assertThat(window.find("section-picker")).isEmpty();
        assertThat(site(window).component(mine.id()).orElseThrow().scripted())
                .as("who says no here has said nothing about the other use")
                .isTrue();
    }

    private void override(RealWindow window, String words) {
        boolean unused = RealWindow.onScreen(() -> {
            Object field = window.onPage("document.querySelector('.component [data-sw-edit=title]').textContent");
            assertThat(field).isEqualTo("Read this first");
            return true;
        });
        window.clickOnPage(".component [data-sw-edit=title]");
        window.waitUntil(
                "the caret is in it",
                () -> Boolean.TRUE.equals(window.onPage(
                        "document.activeElement === document.querySelector('.component [data-sw-edit=title]')")));
        window.onPage("getSelection().selectAllChildren(document.querySelector('.component [data-sw-edit=title]'))");
        window.typeOnPage(words);
        window.waitUntil(
                "the use says so", () -> use(window).content().text("title").equals(words));
    }

    private static void change(RealWindow window, String html) {
        boolean unused = RealWindow.onScreen(() -> {
            CodeArea area = (CodeArea) window.await("code-html");
            area.replaceText(html);
            return ((ListView<?>) window.find("code-problems")
                            .map(ListView.class::cast)
                            .orElse(new ListView<>()))
                    .getItems()
                    .isEmpty();
        });
    }

    private static void press(RealWindow window, String id) {
        ButtonBase button = (ButtonBase) window.await(id);
        boolean unused = RealWindow.onScreen(() -> {
            button.fire();
            return true;
        });
    }

    private static UserId user(RealWindow window) {
        return window.workspace().accounts().list().getFirst().id();
    }

    private static Component named(ComponentLibrary library, UserId user, String name) {
        return library.list(user).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Site site(RealWindow window) {
        var sites = window.workspace().sites();
        return sites.find(sites.list(user).getFirst().id()).orElseThrow();
    }

    private Section use(RealWindow window) {
        assertThat(uses(window)).hasSize(1);
        return uses(window).getFirst();
    }

    private List<Section> uses(RealWindow window) {
        return site(window)
                .sections()
                .filter(section -> section.kind().equals(Section.COMPONENT))
                .toList();
    }
}
