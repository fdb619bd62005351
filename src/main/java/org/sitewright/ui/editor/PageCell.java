package org.sitewright.ui.editor;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DragRows;

/// A row of the page list: renamed by double-click, moved by dragging, with a menu for the rest.
final class PageCell extends ListCell<Page> {
    private final EditorViewModel model;
    private final Controls controls;

    PageCell(EditorViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                rename(getItem());
            }
        });
        setOnContextMenuRequested(event -> {
            if (getItem() != null) {
                menu(getItem()).show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        // Names give way to what stands beside them, rather than widening the list.
        setPrefWidth(0);
        new DragRows("page", false, this::drop).on(this, this, () -> {
            Page shown = getItem();
            return shown == null ? "" : shown.id().toString();
        });
    }

    @Override
    protected void updateItem(@Nullable Page page, boolean empty) {
        super.updateItem(page, empty);
        setText(null);
        if (empty || page == null) {
            setGraphic(null);
            return;
        }
        boolean home = model.site().isHome(page.id());
        String icon = home ? "house" : page.icon().isEmpty() ? "file" : page.icon();
        HBox row = Controls.row(
                10,
                controls.icons().of(icon),
                Controls.label(page.name(), page.isBuilt() || home ? "name" : "draft"),
                Controls.spring());
        String badge = badge(page);
        if (!badge.isEmpty()) {
            Label says = Controls.label(badge, "meta");
            says.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(says);
        }
        setGraphic(row);
    }

    private static String badge(Page page) {
        return switch (page.role()) {
            case PAGE -> page.published() ? "" : "Draft";
            case NOT_FOUND -> page.published() ? "404" : "404, draft";
            case TEMPLATE -> "Template";
        };
    }

    private ContextMenu menu(Page page) {
        MenuItem rename = new MenuItem("Rename");
        rename.setOnAction(event -> rename(page));
        MenuItem draft = new MenuItem(page.published() ? "Keep as draft" : "Include in the site");
        draft.setDisable(model.site().isHome(page.id()));
        draft.setOnAction(event -> model.run(model.pages().setPublished(page.id(), !page.published())));
        MenuItem copy = new MenuItem("Duplicate");
        copy.setOnAction(event -> model.run(model.pages().duplicate(page.id())));
        MenuItem template = new MenuItem("Save as template");
        template.setDisable(page.role() == PageRole.TEMPLATE);
        template.setOnAction(event -> model.run(model.pages().saveAsTemplate(page.id())));
        MenuItem up = new MenuItem("Move up");
        int at = indexOf(page.id());
        up.setDisable(at <= 0);
        up.setOnAction(event -> model.run(model.pages().moveTo(page.id(), at - 1)));
        MenuItem down = new MenuItem("Move down");
        down.setDisable(at >= model.site().pages().size() - 1);
        down.setOnAction(event -> model.run(model.pages().moveTo(page.id(), at + 1)));
        MenuItem delete = new MenuItem("Delete");
        delete.setDisable(model.site().pages().size() == 1);
        delete.setOnAction(event -> model.run(model.pages().delete(page.id())));
        return new ContextMenu(rename, copy, template, draft, up, down, delete);
    }

    private void rename(Page page) {
        TextField field = new TextField(page.name());
        field.setAccessibleText("Name of the page");
        field.setOnAction(event -> finish(page, field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (before && !focused) {
                finish(page, field.getText());
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                updateItem(page, false);
            }
        });
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    private void finish(Page page, String name) {
        String trimmed = name.strip();
        if (trimmed.length() > Site.LONGEST_NAME) {
            trimmed = trimmed.substring(0, Site.LONGEST_NAME);
        }
        if (!model.run(model.pages().rename(page.id(), trimmed))) {
            updateItem(page, false);
        }
    }

    private boolean drop(String dragged, String onto, DragRows.Part part) {
        PageId page = PageId.parse(dragged);
        return model.run(model.pages().moveTo(page, part.place(indexOf(page), indexOf(PageId.parse(onto)))));
    }

    /// A row may be older than the page: it is set anew only when what it shows differs.
    private int indexOf(PageId page) {
        return model.site().pages().stream().map(Page::id).toList().indexOf(page);
    }
}
