package org.sitewright.ui.editor;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Edits;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Controls;

/// A row of the section outline, dragged into order among its kind of place.
final class SectionCell extends ListCell<Section> {
    private static final String DRAG = "section:";

    private final EditorViewModel model;
    private final Controls controls;

    SectionCell(EditorViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        // Names give way to what stands beside them, rather than widening the list.
        setPrefWidth(0);
        setOnDragDetected(event -> {
            if (getItem() != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(DRAG + getItem().id());
                startDragAndDrop(TransferMode.MOVE).setContent(content);
            }
        });
        setOnDragOver(this::over);
        setOnDragExited(event -> getStyleClass().removeAll("drop-above", "drop-below"));
        setOnDragDropped(this::drop);
    }

    @Override
    protected void updateItem(@Nullable Section section, boolean empty) {
        super.updateItem(section, empty);
        setText(null);
        if (empty || section == null) {
            setGraphic(null);
            setContextMenu(null);
            return;
        }
        String icon =
                model.catalogue().kind(section.kind()).map(SectionKind::icon).orElse("circle-alert");
        HBox row = Controls.row(
                10,
                controls.icons().of(icon),
                Controls.label(model.titleOf(section), section.hidden() ? "draft" : "name"),
                Controls.spring());
        if (section.hidden()) {
            row.getChildren().add(controls.icons().of("eye-off"));
        } else if (model.isShared(section)) {
            Label shared = Controls.label("all pages", "meta");
            shared.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(shared);
        }
        setGraphic(row);
        setContextMenu(menu(section));
    }

    private ContextMenu menu(Section section) {
        MenuItem duplicate = new MenuItem("Duplicate");
        duplicate.setOnAction(event -> model.run(model.sections().duplicate(section.id())));
        MenuItem hide = new MenuItem(section.hidden() ? "Show" : "Hide");
        hide.setOnAction(event -> model.run(model.sections().setHidden(section.id(), !section.hidden())));
        MenuItem up = new MenuItem("Move up");
        up.setDisable(model.sections().move(section.id(), -1).on(model.state()).isEmpty());
        up.setOnAction(event -> model.run(model.sections().move(section.id(), -1)));
        MenuItem down = new MenuItem("Move down");
        down.setDisable(model.sections().move(section.id(), 1).on(model.state()).isEmpty());
        down.setOnAction(event -> model.run(model.sections().move(section.id(), 1)));
        MenuItem delete = new MenuItem("Delete");
        delete.setOnAction(event -> model.run(model.sections().delete(section.id())));
        return new ContextMenu(duplicate, hide, up, down, delete);
    }

    private void over(DragEvent event) {
        String dragged = event.getDragboard().getString();
        if (dragged != null && dragged.startsWith(DRAG) && getItem() != null) {
            event.acceptTransferModes(TransferMode.MOVE);
            getStyleClass().removeAll("drop-above", "drop-below");
            getStyleClass().add(event.getY() < getHeight() / 2 ? "drop-above" : "drop-below");
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        String dragged = event.getDragboard().getString();
        if (dragged == null || !dragged.startsWith(DRAG) || getItem() == null) {
            return;
        }
        boolean below = event.getY() >= getHeight() / 2;
        event.setDropCompleted(moveBeside(SectionId.parse(dragged.substring(DRAG.length())), getItem(), below));
        event.consume();
    }

    private boolean moveBeside(SectionId moved, Section target, boolean below) {
        return Edits.find(model.site(), target.id())
                .map(place -> {
                    int to = place.at() + (below ? 1 : 0);
                    boolean fromAbove = Edits.find(model.site(), moved)
                            .filter(from -> from.place().equals(place.place()) && from.at() < to)
                            .isPresent();
                    return model.run(model.sections().moveTo(moved, place.place(), fromAbove ? to - 1 : to));
                })
                .orElse(false);
    }
}
