package org.sitewright.ui.history;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentName;
import org.sitewright.ui.control.Controls;

/// Below the pages: where one is in time, steps, the line of time, and what can be done with the moment.
final class TimeBar {
    private final HistoryViewModel model;
    private final Controls controls;
    private final TimeSlider slider;
    private final Label when = Controls.label("", "emphasis");
    private final Label place = Controls.label("", "muted");
    private final Button previous;
    private final Button next;
    private final Button name;
    private final Button copy;
    private final Button back;
    private final VBox root;

    TimeBar(HistoryViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.slider = new TimeSlider(model, controls);
        previous = step("Edit before", "chevron-left", "←", "step-back", () -> model.timeline()
                .step(-1));
        next = step("Edit after", "chevron-right", "→", "step-on", () -> model.timeline()
                .step(1));
        name = controls.button("Name", "flag");
        name.setId("name-moment");
        Controls.name(name, "Name this moment", "N");
        name.setOnAction(event -> askName());
        copy = controls.button("Open as new site", "copy");
        copy.setId("open-as-new");
        copy.setOnAction(event -> model.openAsNewSite());
        back = controls.primary("Bring back this moment", "history");
        back.setId("bring-back");
        Controls.name(back, "Make the whole site what it was, as one edit", "");
        back.setOnAction(event -> model.takeBackEverything());
        when.setId("moment");
        place.setId("moment-place");
        HBox row = Controls.row(
                8, previous, next, Controls.row(10, when, place), Controls.spring(), ranges(), name, copy, back);
        HBox.setMargin(next, new Insets(0, 8, 0, -4));
        root = new VBox(12, row, slider.root());
        root.getStyleClass().add("time-bar-box");
    }

    Parent root() {
        return root;
    }

    Region slider() {
        return slider.root();
    }

    void lay() {
        slider.lay();
        show();
    }

    void show() {
        slider.place();
        Moment here = model.timeline().positionProperty().get();
        int size = model.timeline().shown().size();
        int at = model.timeline().place();
        when.setText(here == null ? "" : model.when().brief(here.at()));
        place.setText(here == null ? "" : at < 0 ? here.label() : String.format("edit %,d of %,d", at + 1, size));
        previous.setDisable(at == 0 || size == 0);
        next.setDisable(at == size - 1 || size == 0);
        Shown shown = model.shownProperty().get();
        boolean same = shown == null || shown.comparison().isSame();
        back.setDisable(same);
        copy.setDisable(shown == null);
        name.setDisable(shown == null);
        name.setText(here != null && model.nameOf(here).isPresent() ? "Rename" : "Name");
    }

    /// Asks what the moment should be called, above the button.
    void askName() {
        Moment here = model.timeline().positionProperty().get();
        if (here == null || name.isDisabled()) {
            return;
        }
        TextField field = new TextField(model.nameOf(here).map(MomentName::name).orElse(""));
        field.setId("moment-name");
        field.setPromptText("Before the summer fair");
        field.setPrefColumnCount(22);
        Button keep = controls.primary("Keep", "");
        keep.setId("moment-name-keep");
        Popup popup = new Popup();
        popup.setAutoHide(true);
        Runnable done = () -> {
            String words = field.getText();
            model.name(words.length() > MomentName.LONGEST ? words.substring(0, MomentName.LONGEST) : words);
            popup.hide();
        };
        field.setOnAction(event -> done.run());
        keep.setOnAction(event -> done.run());
        VBox box = new VBox(10, Controls.field("What was this moment?", field), new HBox(keep));
        box.getStyleClass().add("popup-card");
        box.setAlignment(Pos.CENTER_LEFT);
        Bindings.bindContent(popup.getScene().getStylesheets(), root.getScene().getStylesheets());
        popup.getContent().setAll(box);
        var bounds = name.localToScreen(name.getBoundsInLocal());
        popup.show(name, bounds.getMinX(), bounds.getMinY() - 128);
        field.requestFocus();
        field.selectAll();
    }

    private HBox ranges() {
        HBox ranges = new HBox();
        ranges.getStyleClass().add("segmented");
        ranges.setMaxHeight(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (TimeScale.Range range : TimeScale.Range.values()) {
            ToggleButton button = new ToggleButton(range.words());
            button.setId("range-" + range.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(model.timeline().rangeProperty().get() == range);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.timeline().rangeProperty().set(range);
            });
            ranges.getChildren().add(button);
        }
        return ranges;
    }

    private Button step(String words, String icon, String keys, String id, Runnable act) {
        Button button = controls.iconButton(words, icon, keys);
        button.getStyleClass().remove("flat");
        button.setId(id);
        button.setOnAction(event -> act.run());
        return button;
    }
}
