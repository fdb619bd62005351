package org.sitewright.ui.history;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.history.Comparison;
import org.sitewright.history.FieldChange;
import org.sitewright.history.PageChange;
import org.sitewright.history.PartChange;
import org.sitewright.history.SectionChange;
import org.sitewright.history.Sort;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Controls;

/// What differs between then and now, per page, section and field, each with a way to take it back.
final class DifferencesPanel {
    private static final int MOST_SECTIONS = 80;

    private final HistoryViewModel model;
    private final Controls controls;
    private final Consumer<SectionId> reveal;
    private final VBox list = new VBox(4);
    private final ScrollPane root = new ScrollPane(list);
    private int number;

    /// @param reveal brings a section into sight
    DifferencesPanel(HistoryViewModel model, Controls controls, Consumer<SectionId> reveal) {
        this.model = model;
        this.controls = controls;
        this.reveal = reveal;
        list.getStyleClass().add("difference-list");
        list.setId("differences");
        root.getStyleClass().add("panel-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node root() {
        return root;
    }

    void show(Shown shown) {
        number = 0;
        list.getChildren().clear();
        Comparison comparison = shown.comparison();
        if (comparison.isSame()) {
            Label same = Controls.label("The site was at this moment just as it is now.", "empty-note");
            VBox box = new VBox(10, controls.icons().of("check", 28), same);
            box.setAlignment(Pos.CENTER);
            box.getStyleClass().add("empty");
            box.setMinHeight(200);
            list.getChildren().setAll(box);
            return;
        }
        if (!comparison.parts().isEmpty()) {
            list.getChildren().add(heading("Whole site", Optional.empty()));
            comparison.parts().forEach(this::part);
        }
        int left = MOST_SECTIONS;
        for (PageChange page : comparison.pages()) {
            page(page);
            for (SectionChange section : page.sections()) {
                if (left-- > 0) {
                    section(section);
                }
            }
        }
        if (left < 0) {
            list.getChildren()
                    .add(Controls.label(
                            -left + " more sections differ: look at their pages one by one.", "empty-note"));
        }
    }

    private void page(PageChange page) {
        String name =
                switch (page.sort()) {
                    case ADDED -> page.name() + ", added since";
                    case REMOVED -> page.name() + ", deleted since";
                    case MOVED, CHANGED -> page.name();
                };
        Optional<Runnable> back = page.page().map(id -> () -> model.takeBack(id));
        HBox head = heading(name, back);
        page.page()
                .ifPresent(id ->
                        head.setOnMouseClicked(event -> model.pageProperty().set(id)));
        list.getChildren().add(head);
        page.settings().forEach(setting -> list.getChildren()
                .add(change(setting.name(), setting.before(), setting.after(), Optional.empty())));
    }

    private void section(SectionChange section) {
        String words =
                switch (section.sort()) {
                    case ADDED -> section.name() + ", added since";
                    case REMOVED -> section.name() + ", deleted since";
                    case MOVED -> section.name() + ", moved";
                    case CHANGED -> section.moved() ? section.name() + ", also moved" : section.name();
                };
        Button name = controls.button(words, "", "flat", "small", "difference-section");
        name.setOnAction(event -> reveal.accept(section.section()));
        name.setAccessibleText("Show " + words);
        name.setMinWidth(0);
        String act = section.sort() == Sort.REMOVED ? "Bring back " : "Take back ";
        HBox row = Controls.row(
                4, name, Controls.spring(), back(act + section.name(), () -> model.takeBack(section.section())));
        row.getStyleClass().add("difference-row");
        list.getChildren().add(row);
        for (FieldChange field : section.fields()) {
            Runnable take = () -> model.takeBack(section.section(), field.target());
            list.getChildren().add(change(field.name(), field.before(), field.after(), Optional.of(take)));
        }
    }

    private void part(PartChange part) {
        list.getChildren()
                .add(change(part.words(), part.before(), part.after(), Optional.of(() -> model.takeBack(part.part()))));
    }

    private HBox heading(String words, Optional<Runnable> back) {
        Label label = Controls.label(words, "difference-page");
        label.setMinWidth(0);
        HBox row = Controls.row(4, label, Controls.spring());
        back.ifPresent(act -> row.getChildren().add(back("Take back the page " + words, act)));
        row.getStyleClass().add("difference-heading");
        return row;
    }

    private Node change(String name, String before, String after, Optional<Runnable> back) {
        Label title = Controls.label(name, "meta");
        title.setMinWidth(0);
        HBox head = Controls.row(4, title, Controls.spring());
        back.ifPresent(act -> head.getChildren().add(back("Take back " + name, act)));
        VBox box = new VBox(3, head, side(before, "was"), side(after, "is"));
        box.getStyleClass().add("difference-field");
        return box;
    }

    private static Label side(String words, String style) {
        Label label = Controls.label(words.isEmpty() ? "nothing" : words, "difference-words", style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMaxHeight(76);
        label.setAccessibleText((style.equals("was") ? "Was: " : "Is: ") + label.getText());
        if (words.isEmpty()) {
            label.getStyleClass().add("subtle");
        }
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private Button back(String words, Runnable act) {
        Button button = controls.iconButton(words, "undo-2", "");
        button.getStyleClass().add("small");
        button.setId("back-" + number++);
        button.setOnAction(event -> act.run());
        return button;
    }
}
