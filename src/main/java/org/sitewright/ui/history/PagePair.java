package org.sitewright.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Comparison;
import org.sitewright.history.SectionChange;
import org.sitewright.history.Sort;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Controls;

/// The page as it was beside the page as it is, or one over the other to flip between them.
final class PagePair {
    private static final String THEN = "#c8951a";
    private static final String NOW = "#2f5fe0";

    private final HistoryViewModel model;
    private final PagePane then;
    private final PagePane now;
    private final Label thenTitle = Controls.label("", "emphasis");
    private final Label thenNote = Controls.label("", "meta");
    private final Label nowNote = Controls.label("", "meta");
    private final VBox left;
    private final VBox right;
    private final HBox root = new HBox(24);
    private final Button back;
    private final ToggleButton beside;
    private final ToggleButton flip;
    private final BooleanProperty held = new SimpleBooleanProperty();
    private @Nullable SectionId under;

    PagePair(HistoryViewModel model, HistoryWindow window) {
        this.model = model;
        Controls controls = window.controls();
        String site = model.now().id().toString();
        then = new PagePane("history/then-" + site, "page-then", THEN, window.server());
        now = new PagePane("history/now-" + site, "page-now", NOW, window.server());
        back = controls.button("Take back this section", "undo-2", "floating-act");
        back.setId("take-back-section");
        back.setVisible(false);
        back.setOnAction(event -> takeBack());
        then.over().getChildren().setAll(back);
        then.onUnder(this::point);
        then.onScrolled(now::scrollTo);
        now.onScrolled(then::scrollTo);
        beside = controls.iconToggle("Side by side", "columns-2", "");
        beside.setId("view-beside");
        flip = controls.iconToggle("One page; hold Space to flip", "panel-right", "Space");
        flip.setId("view-flip");
        ToggleGroup group = new ToggleGroup();
        beside.setToggleGroup(group);
        flip.setToggleGroup(group);
        beside.setSelected(true);
        group.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            }
            lay();
        });
        held.addListener((property, before, after) -> lay());
        HBox modes = new HBox(beside, flip);
        modes.getStyleClass().add("segmented");
        modes.setMaxHeight(Region.USE_PREF_SIZE);
        Label nowTitle = Controls.label("Now", "emphasis");
        left = column(Controls.row(8, dot("then-dot"), thenTitle, thenNote), then);
        right = column(Controls.row(8, dot("now-dot"), nowTitle, nowNote, Controls.spring(), modes), now);
        root.getStyleClass().add("past-pair");
        root.setPadding(new Insets(16, 24, 0, 24));
        root.getChildren().setAll(left, right);
        HBox.setHgrow(root, Priority.ALWAYS);
    }

    Parent root() {
        return root;
    }

    /// Shows the other page for as long as it is on.
    BooleanProperty heldProperty() {
        return held;
    }

    void close() {
        then.close();
        now.close();
    }

    /// Brings a section into sight on both pages.
    void reveal(SectionId section) {
        then.scrollTo(section);
        now.scrollTo(section);
    }

    void show(Shown shown) {
        back.setVisible(false);
        thenTitle.setText(model.when().full(shown.moment().at()));
        int count = shown.comparison().count();
        thenNote.setText(
                shown.comparison().isSame()
                        ? "Nothing differs from now"
                        : count + (count == 1 ? " thing differs" : " things differ"));
        nowNote.setText(shown.comparison().isSame() ? "The same" : "");
        Comparison comparison = shown.comparison();
        then.show(
                shown.drawnThen(),
                Mark.of(comparison, shown.then(), shown.page(), Sort.ADDED, false),
                "This page was not there yet.");
        now.show(
                shown.drawnNow(),
                Mark.of(comparison, shown.now(), shown.page(), Sort.REMOVED, true),
                "This page is not there any more.");
    }

    private VBox column(HBox head, PagePane pane) {
        head.setMinHeight(36);
        VBox column = new VBox(8, head, pane.root());
        VBox.setVgrow(pane.root(), Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setMinWidth(0);
        column.setPrefWidth(400);
        return column;
    }

    private static Region dot(String style) {
        Region dot = new Region();
        dot.getStyleClass().addAll("time-dot", style);
        return dot;
    }

    private void lay() {
        boolean one = flip.isSelected();
        boolean other = held.get();
        if (one) {
            // The mode buttons belong to the column that stays.
            root.getChildren().setAll(other ? left : right);
        } else {
            root.getChildren().setAll(other ? List.of(right, left) : List.of(left, right));
        }
    }

    private void point(Optional<PagePane.Under> found) {
        Shown shown = model.shownProperty().get();
        Optional<PagePane.Under> differing = found.filter(each -> shown != null
                && shown.comparison()
                        .section(each.section())
                        .filter(change -> change.sort() != Sort.ADDED)
                        .isPresent());
        differing.ifPresent(each -> {
            under = each.section();
            back.setAccessibleText("Take back " + words(shown, each.section()));
            double width = back.prefWidth(-1);
            double bottom = Math.min(each.y() + each.height(), then.root().getHeight()) - back.prefHeight(-1) - 12;
            back.resizeRelocate(
                    Math.max(8, each.x() + each.width() - width - 12), Math.max(8, bottom), width, back.prefHeight(-1));
        });
        if (differing.isPresent() || !back.isHover()) {
            back.setVisible(differing.isPresent());
        }
    }

    private static String words(@Nullable Shown shown, SectionId section) {
        return shown == null
                ? ""
                : shown.comparison().section(section).map(SectionChange::name).orElse("");
    }

    private void takeBack() {
        SectionId section = under;
        if (section != null) {
            back.setVisible(false);
            model.takeBack(section);
        }
    }
}
