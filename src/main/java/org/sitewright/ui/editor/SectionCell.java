package org.sitewright.ui.editor;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DragRows;

/// A row of the section outline, dragged into order among its kind of place.
final class SectionCell extends ListCell<Section> {
    private final EditorViewModel model;
    private final Controls controls;

    SectionCell(EditorViewModel model, Controls controls, Function<Section, ContextMenu> menu) {
        this.model = model;
        this.controls = controls;
        // Names give way to what stands beside them, rather than widening the list.
        setPrefWidth(0);
        setOnContextMenuRequested(event -> {
            if (getItem() != null) {
                menu.apply(getItem()).show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        new DragRows("section", false, this::drop).on(this, this, () -> {
            Section section = getItem();
            return section == null ? "" : section.id().toString();
        });
    }

    private boolean drop(String dragged, String onto, DragRows.Part part) {
        List<SectionId> moved = model.with(SectionId.parse(dragged));
        return model.run(model.moveBeside(moved, SectionId.parse(onto), part == DragRows.Part.BELOW));
    }

    @Override
    protected void updateItem(@Nullable Section section, boolean empty) {
        super.updateItem(section, empty);
        setText(null);
        if (empty || section == null) {
            setGraphic(null);
            return;
        }
        boolean known = model.catalogue().kind(section.kind()).isPresent();
        String icon =
                model.catalogue().kind(section.kind()).map(SectionKind::icon).orElse("triangle-alert");
        HBox row = Controls.row(
                10,
                controls.icons().of(icon),
                Controls.label(model.titleOf(section), section.hidden() || !known ? "draft" : "name"),
                Controls.spring());
        if (section.hidden()) {
            row.getChildren().add(controls.icons().of("eye-off"));
        } else if (!known) {
            row.getChildren().add(meta("not installed"));
        } else if (model.isShared(section)) {
            row.getChildren().add(meta("all pages"));
        }
        setGraphic(row);
    }

    private static Label meta(String words) {
        Label label = Controls.label(words, "meta");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
