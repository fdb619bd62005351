package org.sitewright.ui.editor;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.sitewright.edit.Command;
import org.sitewright.edit.SeveralSections;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;

/// What can be done with a section, or with all that are chosen where it is one of them.
final class SectionMenu {
    private final EditorViewModel model;
    private final Controls controls;
    private final Actions actions;

    SectionMenu(EditorViewModel model, Controls controls, Actions actions) {
        this.model = model;
        this.controls = controls;
        this.actions = actions;
    }

    ContextMenu of(Section section) {
        List<SectionId> all = model.with(section.id());
        SeveralSections several = model.sections().several();
        MenuItem hide = item(
                section.hidden() ? "Show" : "Hide",
                section.hidden() ? "eye" : "eye-off",
                "section.hide",
                several.setHidden(all, !section.hidden()));
        MenuItem delete = item("Delete", "trash-2", "section.delete", several.delete(all));
        delete.getStyleClass().add("danger");
        return new ContextMenu(
                action("Cut", "scissors", "edit.cut", section),
                action("Copy", "copy", "edit.copy", section),
                action("Paste after it", "clipboard-paste", "edit.paste", section),
                new SeparatorMenuItem(),
                item("Duplicate", "copy-plus", "section.duplicate", several.duplicate(all)),
                hide,
                item("Move up", "arrow-up", "section.up", several.move(all, -1)),
                item("Move down", "arrow-down", "section.down", several.move(all, 1)),
                new SeparatorMenuItem(),
                delete);
    }

    private MenuItem item(String words, String icon, String action, Command command) {
        MenuItem item = new MenuItem(words, controls.icons().of(icon));
        shown(item, action);
        item.setDisable(command.on(model.state()).isEmpty());
        item.setOnAction(event -> model.run(command));
        return item;
    }

    /// An act on what is chosen, so the section is chosen first.
    private MenuItem action(String words, String icon, String action, Section section) {
        MenuItem item = new MenuItem(words, controls.icons().of(icon));
        item.setOnAction(event -> {
            if (!model.state().selection().has(section.id())) {
                model.choose(section.id());
            }
            actions.run(action);
        });
        shown(item, action);
        return item;
    }

    /// The menu is never set on a control, so that its keys are shown and not heard a second time.
    private void shown(MenuItem item, String action) {
        actions.find(action).flatMap(Actions.Action::shortcut).ifPresent(item::setAccelerator);
    }
}
