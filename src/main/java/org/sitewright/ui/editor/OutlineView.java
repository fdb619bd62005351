package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// The pages of the site and the sections of the open page, to choose, add to and drag into order.
final class OutlineView {
    private static final double ROW = 30;

    private final EditorViewModel model;
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ObservableList<Section> sections = FXCollections.observableArrayList();
    private final ListView<Page> pageList = new ListView<>(pages);
    private final ListView<Section> sectionList = new ListView<>(sections);
    private final VBox root;
    private final Subscription open = new Subscription();
    private List<Page> pagesSeen = List.of();
    private List<Section> sectionsSeen = List.of();
    private boolean showing;

    OutlineView(EditorViewModel model, Controls controls, Actions actions) {
        this.model = model;
        SectionMenu menu = new SectionMenu(model, controls, actions);
        Button addPage = controls.iconButton("Add page", "plus", "");
        addPage.getStyleClass().add("small");
        addPage.setId("add-page");
        addPage.setOnAction(event -> addPage(addPage));
        Button add = controls.iconButton("Add section", "plus", actions.keys("section.insert"));
        add.getStyleClass().add("small");
        add.setId("add-section");
        add.setOnAction(event -> actions.run("section.insert"));

        pageList.getStyleClass().add("pages");
        pageList.setId("page-list");
        sectionList.setId("section-list");
        pageList.setFixedCellSize(ROW);
        sectionList.setFixedCellSize(ROW);
        pageList.setAccessibleText("Pages");
        sectionList.setAccessibleText("Sections");
        pageList.setCellFactory(list -> new PageCell(model, controls));
        sectionList.setCellFactory(list -> new SectionCell(model, controls, menu::of));
        sectionList.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        pageList.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.openPage(after.id());
            }
        });
        sectionList.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> chosen());
        VBox.setVgrow(sectionList, Priority.ALWAYS);
        root = new VBox(heading("Pages", addPage), pageList, spaced(), heading("Sections", add), sectionList);
        root.getStyleClass().add("outline");
        Following.of(model.editor(), open, this::show);
        show();
    }

    Parent root() {
        return root;
    }

    void close() {
        open.close();
    }

    private static HBox heading(String text, Button add) {
        HBox heading = Controls.row(8, Controls.label(text, "outline-title"), Controls.spring(), add);
        heading.setMinHeight(40);
        heading.setPadding(new javafx.geometry.Insets(4, 10, 0, 16));
        return heading;
    }

    private static VBox spaced() {
        VBox box = new VBox(Controls.hairline());
        box.setPadding(new javafx.geometry.Insets(10, 0, 0, 0));
        return box;
    }

    private void show() {
        showing = true;
        try {
            Site site = model.site();
            PageId page = model.state().selection().page();
            setAll(pages, pagesSeen, site.pages(), OutlineView::sameRow);
            pagesSeen = site.pages();
            List<Section> visible = java.util.stream.Stream.of(
                            site.top(), site.page(page).map(Page::sections).orElse(List.of()), site.bottom())
                    .flatMap(List::stream)
                    .toList();
            setAll(sections, sectionsSeen, visible, this::sameRow);
            sectionsSeen = visible;
            double height = Math.min(pages.size(), 9) * ROW + 4;
            pageList.setMinHeight(height);
            pageList.setPrefHeight(height);
            pageList.setMaxHeight(height);
            select(page);
            select(model.chosenIds());
        } finally {
            showing = false;
        }
    }

    private static boolean sameRow(Page shown, Page now) {
        return shown.id().equals(now.id())
                && shown.name().equals(now.name())
                && shown.icon().equals(now.icon())
                && shown.published() == now.published();
    }

    private boolean sameRow(Section shown, Section now) {
        return shown.id().equals(now.id())
                && shown.hidden() == now.hidden()
                && shown.kind().equals(now.kind())
                && model.titleOf(shown).equals(model.titleOf(now));
    }

    /// @param seen what was shown last: a row need not hold the newest value as long as it looks the same
    private static <T> void setAll(ObservableList<T> list, List<T> seen, List<T> now, BiPredicate<T, T> same) {
        if (list.size() != now.size() || seen.size() != now.size()) {
            list.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            // An unchanged value is the same object, which equality sees first.
            if (!seen.get(i).equals(now.get(i)) && !same.test(list.get(i), now.get(i))) {
                list.set(i, now.get(i));
            }
        }
    }

    private void select(PageId page) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).id().equals(page)) {
                pageList.getSelectionModel().select(i);
            }
        }
    }

    /// What the list has chosen by itself becomes what is chosen; the row that was reached last leads.
    private void chosen() {
        List<Integer> rows = sectionList.getSelectionModel().getSelectedIndices();
        if (showing || rows.isEmpty()) {
            return;
        }
        List<SectionId> ids = new ArrayList<>();
        for (Integer row : List.copyOf(rows)) {
            if (row != null && row >= 0 && row < sections.size()) {
                ids.add(sections.get(row).id());
            }
        }
        int focused = sectionList.getFocusModel().getFocusedIndex();
        if (focused >= 0
                && focused < sections.size()
                && ids.remove(sections.get(focused).id())) {
            ids.add(sections.get(focused).id());
        }
        model.chooseAll(ids);
    }

    private void select(List<SectionId> chosen) {
        List<Integer> wanted = new ArrayList<>();
        int lead = -1;
        for (int i = 0; i < sections.size(); i++) {
            if (chosen.contains(sections.get(i).id())) {
                wanted.add(i);
                lead = sections.get(i).id().equals(chosen.getLast()) ? i : lead;
            }
        }
        var model = sectionList.getSelectionModel();
        if (!List.copyOf(model.getSelectedIndices()).equals(wanted)) {
            model.clearSelection();
            wanted.forEach(model::select);
        }
        if (lead >= 0) {
            sectionList.getFocusModel().focus(lead);
        }
    }

    /// Where there are templates, asks which one to begin with.
    private void addPage(Button button) {
        List<Page> templates = model.site().pages().stream()
                .filter(page -> page.role() == PageRole.TEMPLATE)
                .toList();
        if (templates.isEmpty()) {
            model.run(model.pages().add(newPageName(), List.of()));
            return;
        }
        MenuItem empty = new MenuItem("Empty page");
        empty.setOnAction(event -> model.run(model.pages().add(newPageName(), List.of())));
        ContextMenu menu = new ContextMenu(empty);
        for (Page template : templates) {
            MenuItem item = new MenuItem("From " + template.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.run(model.pages().addFrom(template.id(), newPageName())));
            menu.getItems().add(item);
        }
        menu.show(button, Side.BOTTOM, 0, 0);
    }

    private String newPageName() {
        List<String> names = pages.stream().map(Page::name).toList();
        String name = "New page";
        for (int number = 2; names.contains(name); number++) {
            name = "New page " + number;
        }
        return name;
    }
}
