package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.FormField;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.testfx.api.FxToolkit;

/// Rows of every list and panel of the editor, put into another order by the mouse alone.
@Timeout(300)
class DraggingJourneyTest {
    private static final double UPPER = 0.15;
    private static final double LOWER = 0.85;

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void everythingWithRowsIsOrderedByHand() {
        try (RealWindow window = RealWindow.open(data)) {
            window.signUpWithASite();
            sections(window);
            sectionsThatStayWhereTheyAre(window);
            pages(window);
            entriesOfAList(window);
            menu(window);
            formFields(window);
        }
    }

    private static void sections(RealWindow window) {
        List<SectionId> before = sectionIds(window);
        // The first row is the header of every page.
        window.carry(cell(window, "section-list", 2), cell(window, "section-list", 4), LOWER);
        assertThat(window.all(".drag-picture")).hasSize(1);
        assertThat(window.all("#section-list .drop-below")).hasSize(1);
        window.letGo();
        awaitOrder(window, () -> sectionIds(window), moved(before, 1, 3));
        assertNothingIsLeft(window);
        window.carry(cell(window, "section-list", 4), cell(window, "section-list", 2), UPPER);
        window.letGo();
        awaitOrder(window, () -> sectionIds(window), before);
    }

    private static void sectionsThatStayWhereTheyAre(RealWindow window) {
        Site before = window.site();
        window.carry(cell(window, "section-list", 2), cell(window, "section-list", 4), LOWER);
        window.press(KeyCode.ESCAPE);
        assertNothingIsLeft(window);
        window.letGo();
        // Over the page itself, over a list of other things, and out of the window.
        window.carry(cell(window, "section-list", 2), cell(window, "section-list", 4), LOWER);
        window.move(700, 450);
        window.letGo();
        window.carry(cell(window, "section-list", 2), cell(window, "page-list", 1), UPPER);
        assertThat(window.all(".drop-above")).isEmpty();
        window.letGo();
        window.carry(cell(window, "section-list", 2), cell(window, "section-list", 4), LOWER);
        window.move(300, 1000);
        window.letGo();
        window.move(300, 450);
        assertNothingIsLeft(window);
        // Whatever a drop does is stored in order, so that a page moved afterwards would come after it.
        window.carry(cell(window, "page-list", 1), cell(window, "page-list", 2), LOWER);
        window.letGo();
        awaitOrder(window, () -> pageIds(window), moved(ids(before), 1, 2));
        assertThat(window.site().home().sections()).isEqualTo(before.home().sections());
        assertThat(window.site().top()).isEqualTo(before.top());
    }

    private static void pages(RealWindow window) {
        List<Object> before = pageIds(window);
        window.carry(cell(window, "page-list", 2), cell(window, "page-list", 1), UPPER);
        assertThat(window.all("#page-list .drop-above")).hasSize(1);
        window.letGo();
        awaitOrder(window, () -> pageIds(window), moved(before, 2, 1));
        window.carry(cell(window, "page-list", 1), cell(window, "page-list", 2), LOWER);
        assertThat(window.all("#page-list .drop-below")).hasSize(1);
        window.letGo();
        awaitOrder(window, () -> pageIds(window), before);
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.await("page-list")).getSelectionModel().select(0);
            return true;
        });
    }

    private static void entriesOfAList(RealWindow window) {
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.await("section-list")).getSelectionModel().select(2);
            return true;
        });
        window.waitUntil(
                "the entries are there",
                () -> window.all(".inspector .item-row").size() > 2);
        List<String> before = entries(window);
        List<Node> rows = window.all(".inspector .item-row");
        assertThat(window.all(".inspector .item-fields")).isEmpty();
        window.carry(rows.get(0), rows.get(2), LOWER);
        assertThat(window.all(".inspector .drop-below")).hasSize(1);
        window.letGo();
        awaitOrder(window, () -> entries(window), moved(before, 0, 2));
        assertThat(window.all(".inspector .item-fields"))
                .as("a drag opens nothing")
                .isEmpty();
    }

    private static void menu(RealWindow window) {
        window.click("rail-menu");
        window.click("menu-own");
        window.await("menu-rows");
        List<Node> rows = window.all("#menu-rows .item-row");
        List<String> before = menuIds(window);
        window.carry(rows.get(0), rows.get(1), LOWER);
        window.letGo();
        awaitOrder(window, () -> menuIds(window), moved(before, 0, 1));
        rows = window.all("#menu-rows .item-row");
        window.carry(rows.get(0), rows.get(1), 0.5);
        assertThat(window.all("#menu-rows .drop-inside")).hasSize(1);
        window.letGo();
        window.waitUntil("one is under the other", () -> window.site().parts().menu().getFirst().children().stream()
                .anyMatch(child -> child.id().equals(before.get(1))));
        assertThat(menuIds(window)).startsWith(before.getFirst()).doesNotContain(before.get(1));
    }

    private static void formFields(RealWindow window) {
        window.click("rail-forms");
        window.click("form-pattern-contact");
        window.await("form-field-message");
        List<String> before = fields(window);
        List<Node> rows = window.all("#forms-panel .item-row");
        window.carry(rows.getLast(), rows.getFirst(), UPPER);
        assertThat(window.all("#forms-panel .drop-above")).hasSize(1);
        window.letGo();
        awaitOrder(window, () -> fields(window), moved(before, before.size() - 1, 0));
        window.carry(
                window.all("#forms-panel .item-row").getFirst(),
                window.all("#forms-panel .item-row").getLast(),
                LOWER);
        window.press(KeyCode.ESCAPE);
        window.letGo();
        assertNothingIsLeft(window);
        assertThat(window.all("#forms-panel .item-fields")).isEmpty();
        assertThat(fields(window)).isEqualTo(moved(before, before.size() - 1, 0));
    }

    private static void assertNothingIsLeft(RealWindow window) {
        assertThat(window.all(".drag-picture, .drop-above, .drop-below, .drop-inside"))
                .isEmpty();
    }

    private static <T> void awaitOrder(RealWindow window, Supplier<List<T>> order, List<T> wanted) {
        window.waitUntil("the order is kept", () -> order.get().equals(wanted));
    }

    private static <T> List<T> moved(List<T> order, int from, int to) {
        List<T> changed = new ArrayList<>(order);
        changed.add(to, changed.remove(from));
        return changed;
    }

    private static Node cell(RealWindow window, String list, int row) {
        return window.all("#" + list + " .list-cell").stream()
                .filter(node -> node instanceof ListCell<?> cell && cell.getIndex() == row)
                .findFirst()
                .orElseThrow();
    }

    private static List<SectionId> sectionIds(RealWindow window) {
        return window.site().home().sections().stream().map(Section::id).toList();
    }

    private static List<Object> pageIds(RealWindow window) {
        return ids(window.site());
    }

    private static List<Object> ids(Site site) {
        return site.pages().stream().map(Page::id).map(Object.class::cast).toList();
    }

    /// The entries of the first list of the second section.
    private static List<String> entries(RealWindow window) {
        Value.Items items = window.site().home().sections().get(1).content().values().values().stream()
                .filter(Value.Items.class::isInstance)
                .map(Value.Items.class::cast)
                .findFirst()
                .orElseThrow();
        return items.items().stream().map(Value.Item::id).toList();
    }

    private static List<String> menuIds(RealWindow window) {
        return window.site().parts().menu().stream().map(MenuItem::id).toList();
    }

    private static List<String> fields(RealWindow window) {
        window.waitUntil(
                "the form is kept", () -> !window.site().parts().forms().isEmpty());
        return window.site().parts().forms().getFirst().fields().stream()
                .map(FormField::name)
                .toList();
    }
}
