package org.sitewright.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentKind;
import org.sitewright.history.MomentName;
import org.sitewright.ui.control.Controls;

/// Time as a line: how much was changed when, what was published and named, and a thumb to drag through it.
final class TimeSlider {
    private static final double HEIGHT = 92;
    private static final double BASE = 62;
    private static final double TALLEST = 42;
    private static final double STEP = 9;

    private final HistoryViewModel model;
    private final Timeline timeline;
    private final Pane root = new Pane();
    private final Pane bars = new Pane();
    private final Pane flags = new Pane();
    private final Region line = new Region();
    private final Region needle = new Region();
    private final Label thumb;
    private final List<Region> parts = new ArrayList<>();
    private @Nullable TimeScale scale;

    TimeSlider(HistoryViewModel model, Controls controls) {
        this.model = model;
        this.timeline = model.timeline();
        root.getStyleClass().add("time-slider");
        root.setId("time-slider");
        root.setMinHeight(HEIGHT);
        root.setPrefHeight(HEIGHT);
        root.setMaxHeight(HEIGHT);
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.SLIDER);
        line.getStyleClass().add("time-line");
        needle.getStyleClass().add("time-needle");
        needle.setMouseTransparent(true);
        thumb = new Label("", controls.icons().of("grip-vertical", 12));
        thumb.getStyleClass().add("time-thumb");
        thumb.setMouseTransparent(true);
        thumb.setAlignment(Pos.CENTER);
        bars.setMouseTransparent(true);
        // Everything is placed by hand; a managed node would get the size that it prefers.
        line.setManaged(false);
        needle.setManaged(false);
        thumb.setManaged(false);
        root.getChildren().setAll(line, bars, flags, needle, thumb);
        root.setOnMousePressed(this::dragged);
        root.setOnMouseDragged(this::dragged);
        root.widthProperty().addListener((property, before, after) -> lay());
    }

    Region root() {
        return root;
    }

    /// Draws everything anew, after moments or the range changed.
    void lay() {
        double width = root.getWidth();
        if (width <= 0) {
            return;
        }
        Moment here = timeline.positionProperty().get();
        List<Moment> moments = timeline.shown();
        java.time.Instant now = model.clock().instant();
        TimeScale made = new TimeScale(
                moments, timeline.rangeProperty().get(), here == null ? now : here.at(), now, model.zone());
        scale = made;
        layBars(made, width);
        flags.getChildren().clear();
        layTicks(made, width);
        layFlags(made, width);
        line.resizeRelocate(0, BASE, width, 1);
        mark(made);
    }

    private void layBars(TimeScale made, double width) {
        int count = Math.max(1, (int) (width / STEP));
        int[] counts = made.counts(count);
        int most = 1;
        for (int each : counts) {
            most = Math.max(most, each);
        }
        parts.clear();
        for (int i = 0; i < count; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("time-bar");
            bar.setManaged(false);
            double height = counts[i] == 0 ? 1.5 : 4 + (TALLEST - 4) * Math.sqrt((double) counts[i] / most);
            double each = width / count;
            bar.resizeRelocate(i * each + 1, BASE - height, Math.max(2, each - 3), height);
            parts.add(bar);
        }
        bars.getChildren().setAll(parts);
    }

    private void layTicks(TimeScale made, double width) {
        double free = Double.NEGATIVE_INFINITY;
        for (TimeScale.Tick tick : made.ticks()) {
            double x = tick.at() * width;
            if (x >= free && x < width - 30) {
                Label label = Controls.label(tick.label(), "time-tick");
                label.relocate(x, BASE + 8);
                flags.getChildren().add(label);
                free = x + 62;
            }
        }
    }

    private void layFlags(TimeScale made, double width) {
        for (Moment moment : timeline.all()) {
            if (moment.kind() == MomentKind.PUBLISH) {
                flag(made, width, moment, version(moment.label()), "published-flag");
            }
        }
        for (MomentName name : model.names()) {
            Optional<Moment> moment = timeline.all().stream()
                    .filter(each -> each.sequence() == name.sequence())
                    .findFirst();
            moment.ifPresent(found -> flag(made, width, found, name.name(), "named-flag"));
        }
    }

    private void flag(TimeScale made, double width, Moment moment, String words, String style) {
        double place = made.place(moment.at());
        if (place < 0 || place > 1) {
            return;
        }
        double x = Math.min(place * width, width - 2);
        Region pole = new Region();
        pole.getStyleClass().addAll("time-pole", style);
        pole.setManaged(false);
        pole.resizeRelocate(x, 14, 2, BASE - 14);
        Label label = Controls.label(words.length() > 24 ? words.substring(0, 23) + "…" : words, "time-flag", style);
        label.setTooltip(new Tooltip(moment.label() + ", " + model.when().full(moment.at())));
        label.relocate(x > width - 90 ? Math.max(0, x - 60) : x, 2);
        label.setOnMousePressed(event -> {
            timeline.go(moment);
            event.consume();
        });
        flags.getChildren().addAll(pole, label);
    }

    private static String version(String label) {
        String number = label.replaceAll("\\D+", "");
        return number.isEmpty() ? "Published" : "v" + number;
    }

    /// Puts the thumb where the position is; the line follows when that is not on it.
    void place() {
        Moment here = timeline.positionProperty().get();
        TimeScale made = scale;
        if (made == null || here == null || made.place(here.at()) < 0 || made.place(here.at()) > 1) {
            lay();
        } else {
            mark(made);
        }
    }

    private void mark(TimeScale made) {
        Moment here = timeline.positionProperty().get();
        needle.setVisible(here != null);
        thumb.setVisible(here != null);
        if (here == null) {
            return;
        }
        double x = Math.clamp(made.place(here.at()) * root.getWidth(), 1, root.getWidth() - 1);
        needle.resizeRelocate(x - 1, 12, 2, BASE - 6);
        thumb.resizeRelocate(x - 7, BASE - 9, 14, 20);
        for (int i = 0; i < parts.size(); i++) {
            Region bar = parts.get(i);
            boolean after = bar.getLayoutX() + bar.getWidth() / 2 > x;
            if (bar.getStyleClass().contains("later") != after) {
                if (after) {
                    bar.getStyleClass().add("later");
                } else {
                    bar.getStyleClass().remove("later");
                }
            }
        }
        root.setAccessibleText("Time: " + model.when().full(here.at()) + ", " + here.label());
    }

    private void dragged(MouseEvent event) {
        root.requestFocus();
        TimeScale made = scale;
        if (made != null && !timeline.shown().isEmpty()) {
            int at = made.at(Math.clamp(event.getX() / root.getWidth(), 0, 1));
            timeline.go(timeline.shown().get(Math.min(at, timeline.shown().size() - 1)));
        }
        event.consume();
    }
}
