package org.sitewright.ui.menu;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.menu.MenuViewModel.PageLine;

/// A page that the automatic menu lists or leaves out.
final class PageLineCell extends ListCell<PageLine> {
    private final CheckBox box = new CheckBox();
    private final Label draft = Controls.label("Draft", "meta");
    private final HBox row = Controls.row(8, box, Controls.spring(), draft);

    PageLineCell(MenuViewModel model) {
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        box.setOnAction(event -> {
            if (getItem() != null) {
                model.list(getItem().page().id(), box.isSelected());
            }
        });
        row.getStyleClass().add("item-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PageLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        box.setText(line.page().name());
        box.setSelected(line.listed());
        Controls.show(draft, !line.possible());
        setGraphic(row);
    }
}
