package org.sitewright.ui.menu;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.edit.Editor;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.OwnKeys;
import org.sitewright.ui.control.SidePanel;
import org.sitewright.ui.menu.MenuViewModel.PageLine;

/// The menu of the open site, and its redirects.
public final class MenuPanel implements SidePanel {
    private static final double ROW = 37;
    private static final int MOST_ROWS = 12;
    private static final int MOST_OFFERED = 30;

    private final Editor editor;
    private final MenuViewModel model;
    private final Controls controls;
    private final BorderPane root = new BorderPane();
    private final ToggleButton automatic = new ToggleButton("The pages");
    private final ToggleButton own = new ToggleButton("A menu of my own");
    private final Label says = Controls.label("", "muted");
    private final ListView<PageLine> pages = new ListView<>();
    private final MenuButton add;
    private final MenuRows rows;
    private final RedirectRows redirects;
    private final Editor.Listener listener;

    public MenuPanel(Editor editor, Ids ids, Controls controls) {
        this.editor = editor;
        this.controls = controls;
        this.model = new MenuViewModel(editor, ids);
        this.rows = new MenuRows(model, controls);
        this.redirects = new RedirectRows(model, controls);
        add = new MenuButton("Add", controls.icons().of("plus"));
        add.setId("add-to-menu");
        add.getStyleClass().addAll("flat", "small");
        add.setOnShowing(event -> offer());
        says.setWrapText(true);
        pages.getStyleClass().addAll("item-box", "row-list");
        pages.setId("menu-pages");
        pages.setAccessibleText("Pages of the menu");
        pages.setFixedCellSize(ROW);
        pages.setCellFactory(list -> new PageLineCell(model));
        HBox head = Controls.row(8, Controls.label("Menu", "group-title"), Controls.spring(), add);
        head.getStyleClass().add("panel-head");
        VBox body = new VBox(12, choice(), says, pages, rows.root(), Controls.hairline(), redirects.root());
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        root.getStyleClass().add("theme-panel");
        root.setId("menu-panel");
        root.setTop(head);
        root.setCenter(scroll);
        OwnKeys.claim(root);
        listener = change -> {
            if (change.isEdit()) {
                show();
            }
        };
        editor.listen(listener);
        offer();
        show();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        editor.unlisten(listener);
    }

    private HBox choice() {
        ToggleGroup group = new ToggleGroup();
        automatic.setId("menu-automatic");
        own.setId("menu-own");
        automatic.setOnAction(event -> {
            model.automatic();
            show();
        });
        own.setOnAction(event -> {
            model.own();
            show();
        });
        HBox row = new HBox(automatic, own);
        for (ToggleButton button : List.of(automatic, own)) {
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        row.getStyleClass().add("segmented");
        return row;
    }

    private void show() {
        boolean isOwn = model.isOwn();
        automatic.setSelected(!isOwn);
        own.setSelected(isOwn);
        says.setText(
                isOwn
                        ? "Drag entries into order, or onto another to put them under it. Keys: Alt with the arrows."
                        : "The menu lists the pages in their order. Untick what it should leave out.");
        Controls.show(pages, !isOwn);
        Controls.show(rows.root(), isOwn);
        Controls.show(add, isOwn);
        if (isOwn) {
            rows.show();
        } else {
            listPages();
        }
        redirects.show();
    }

    private void listPages() {
        List<PageLine> lines = model.pages();
        double height = Math.min(lines.size(), MOST_ROWS) * ROW + 2;
        pages.setMinHeight(height);
        pages.setPrefHeight(height);
        if (pages.getItems().size() != lines.size()) {
            pages.getItems().setAll(lines);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(pages.getItems().get(i))) {
                pages.getItems().set(i, lines.get(i));
            }
        }
    }

    /// Pages may have come or gone since the last time.
    private void offer() {
        add.getItems().clear();
        List<PageLine> lines = model.pages();
        // A long menu cannot be read: where there are many pages, the entry itself asks which one it is for.
        if (lines.size() > MOST_OFFERED) {
            PageLine home = lines.getFirst();
            add.getItems()
                    .add(other(
                            "Page of this site",
                            "file",
                            new LinkTarget.ToPage(home.page().id(), "")));
            lines = List.of();
        }
        for (PageLine line : lines) {
            var item = new javafx.scene.control.MenuItem(
                    line.page().name(),
                    controls.icons()
                            .of(
                                    line.page().icon().isEmpty()
                                            ? "file"
                                            : line.page().icon()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.addPage(line.page().id()));
            add.getItems().add(item);
        }
        add.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        other("Web address", "external-link", new LinkTarget.ToUrl("https://")),
                        other("Place on the page", "hash", new LinkTarget.ToAnchor("")),
                        other("E-mail", "mail", new LinkTarget.ToMail("")),
                        other("Phone", "phone", new LinkTarget.ToPhone("")));
    }

    private javafx.scene.control.MenuItem other(String words, String icon, LinkTarget target) {
        var item = new javafx.scene.control.MenuItem(words, controls.icons().of(icon));
        item.setOnAction(event -> {
            model.addLink(words, target);
            show();
        });
        return item;
    }
}
