package org.sitewright.ui.backup;

import java.time.Instant;
import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.Moment;
import org.sitewright.site.SiteId;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.backup.BackupActions.Seen;
import org.sitewright.ui.backup.BackupActions.SiteName;
import org.sitewright.ui.control.Controls;

/// Brings a site back to any change: choose the site, slide to the moment, look at it, bring it back beside or in
/// place. Nothing is replaced until that is said.
final class RestorePanel {
    private final BackupsViewModel model;
    private final BackupWindow window;
    private final Controls controls;
    private final StackPane over;
    private final ZoneId zone;
    private final ComboBox<SiteName> site = new ComboBox<>();
    private final Button find;
    private final Slider slider = new Slider();
    private final Label moment = Controls.label("", "strong");
    private final Label seen = Controls.label("", "meta");
    private final ListView<Moment> list;
    private final VBox chosen;
    private final VBox root;

    /// @param over where the site of a moment is shown
    RestorePanel(BackupsViewModel model, BackupWindow window, StackPane over, ZoneId zone) {
        this.model = model;
        this.window = window;
        this.controls = window.controls();
        this.over = over;
        this.zone = zone;
        site.setMaxWidth(Double.MAX_VALUE);
        site.setId("restore-site");
        site.setAccessibleText("Site to bring back");
        site.valueProperty()
                .addListener((property, before, after) -> model.moments().clear());
        find = controls.button("Show its moments", "history");
        find.setId("show-moments");
        find.setMaxWidth(Double.MAX_VALUE);
        find.setOnAction(event -> {
            SiteName wanted = site.getValue();
            if (wanted != null) {
                model.showMoments(wanted.id());
            }
        });
        slider.setId("moment-slider");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Moment");
        slider.valueProperty().addListener((property, before, after) -> select((int) Math.round(after.doubleValue())));
        list = list();
        moment.setWrapText(true);
        seen.setWrapText(true);
        chosen = new VBox(8, slider, moment, list, seen, buttons());
        Label hint = Controls.label(
                "Any change that is kept. It opens beside the present one; nothing is replaced until you say so.",
                "meta");
        hint.setWrapText(true);
        for (Label label : new Label[] {hint, moment, seen}) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        root = new VBox(8, Controls.label("Restore to a moment", "group-title"), site, find, hint, chosen);
        model.moments().addListener((ListChangeListener<Moment>) change -> showMoments());
        showMoments();
    }

    Node node() {
        return root;
    }

    void show(Overview overview) {
        SiteId before = site.getValue() == null ? null : site.getValue().id();
        site.getItems().setAll(overview.sites());
        site.getItems().stream()
                .filter(each -> each.id().equals(before))
                .findFirst()
                .or(() -> site.getItems().stream().findFirst())
                .ifPresent(site::setValue);
        find.setDisable(overview.sites().isEmpty());
    }

    private ListView<Moment> list() {
        ListView<Moment> view = new ListView<>(model.moments());
        view.setId("moments");
        view.getStyleClass().add("moment-list");
        view.setPrefHeight(190);
        view.setFixedCellSize(32);
        view.setCellFactory(each -> new javafx.scene.control.ListCell<>() {
            @Override
            protected void updateItem(@Nullable Moment item, boolean empty) {
                super.updateItem(item, empty);
                setPrefWidth(0);
                setText(empty || item == null ? null : Words.when(item.at(), now(), zone) + "  " + item.label());
            }
        });
        view.getSelectionModel().selectedIndexProperty().addListener((property, before, after) -> {
            if (after.intValue() >= 0) {
                slider.setValue(after.intValue());
            }
        });
        return view;
    }

    private Instant now() {
        Overview overview = model.overviewProperty().get();
        return overview == null ? Instant.EPOCH : overview.now();
    }

    private VBox buttons() {
        Button look = controls.button("Look at it", "eye");
        look.setId("look-at-moment");
        Controls.name(look, "See the pages of the site as they were at that moment", "");
        look.setOnAction(event -> with((id, at) -> model.look(id, at, found -> show(id, at, found))));
        Button beside = controls.primary("Restore beside", "history");
        beside.setId("restore-beside");
        beside.setOnAction(event -> with((id, at) -> model.restore(id, at, false)));
        Button replace = controls.button("Replace the present one", "replace");
        Controls.name(replace, "Make the site what it was; what it is now goes into the bin", "");
        replace.setId("restore-replace");
        replace.setOnAction(event -> with((id, at) -> model.restore(id, at, true)));
        for (Button button : new Button[] {look, beside, replace}) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(8, look, beside, replace);
    }

    private void show(SiteId id, Moment at, Seen found) {
        seen.setText(found.words());
        String title = found.site().name() + ", " + Words.when(at.at(), now(), zone);
        new MomentLook(over, window, title, found, replace -> model.restore(id, at, replace)).show();
    }

    @FunctionalInterface
    private interface Choice {
        void take(SiteId site, Moment moment);
    }

    private void with(Choice choice) {
        Moment at = list.getSelectionModel().getSelectedItem();
        if (site.getValue() != null && at != null) {
            choice.take(site.getValue().id(), at);
        }
    }

    private void showMoments() {
        int count = model.moments().size();
        Controls.show(chosen, count > 0);
        seen.setText("");
        if (count > 0) {
            slider.setMax(Math.max(1, count - 1));
            slider.setValue(count - 1.0);
            select(count - 1);
        }
    }

    private void select(int index) {
        if (index >= 0 && index < model.moments().size()) {
            Moment at = model.moments().get(index);
            moment.setText(Words.when(at.at(), now(), zone) + ": " + at.label());
            seen.setText("");
            if (list.getSelectionModel().getSelectedIndex() != index) {
                list.getSelectionModel().select(index);
                list.scrollTo(index);
            }
        }
    }
}
