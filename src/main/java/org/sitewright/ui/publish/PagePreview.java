package org.sitewright.ui.publish;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;

/// One page of the plan, large: as it is live and as it will be, one over the other to flip between them. Esc closes
/// it.
final class PagePreview {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 1500;

    private final PlanRow row;
    private final Controls controls;
    private final PlanPictures pictures;
    private final Overlay overlay;
    private final double density;
    private final StackPane page = new StackPane();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Map<Side, ToggleButton> buttons = new EnumMap<>(Side.class);
    private Side shown = Side.AFTER;

    PagePreview(StackPane over, PlanRow row, Controls controls, PlanPictures pictures) {
        this.overlay = new Overlay(over);
        this.density = over.getScene() == null ? 1 : over.getScene().getWindow().getOutputScaleX();
        this.row = row;
        this.controls = controls;
        this.pictures = pictures;
    }

    void show() {
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setId("page-preview-close");
        close.setOnAction(event -> overlay.close());
        HBox head = Controls.row(
                12,
                Controls.label(row.words().title(), "group-title"),
                Controls.label(row.words().detail(), "muted"),
                Controls.spring(),
                sides(),
                Controls.label("Space", "key-cap"),
                close);
        head.setPadding(new Insets(10, 12, 10, 24));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-preview");
        page.setMinHeight(400);
        page.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                flip(shown.other());
            }
        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(head, Controls.hairline(), scroll);
        box.getStyleClass().add("dialog-box");
        box.setId("page-preview");
        box.setMaxWidth(WIDTH + 32);
        overlay.setKeys(event -> flips(event.getCode()));
        overlay.show(box, box, () -> {});
        flip(row.goes() ? Side.BEFORE : Side.AFTER);
    }

    private HBox sides() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segmented");
        ToggleGroup group = new ToggleGroup();
        for (Side side : Side.values()) {
            ToggleButton button = new ToggleButton(side.label());
            button.setId("page-" + side.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            button.setOnAction(event -> flip(side));
            buttons.put(side, button);
            segments.getChildren().add(button);
        }
        return segments;
    }

    private boolean flips(KeyCode key) {
        boolean flips = key == KeyCode.SPACE || key == KeyCode.LEFT || key == KeyCode.RIGHT;
        if (flips) {
            flip(shown.other());
        }
        return flips;
    }

    private void flip(Side side) {
        shown = side;
        buttons.forEach((each, button) -> button.setSelected(each == side));
        page.setAccessibleText(row.words().title() + ", " + side.label());
        page.getChildren().setAll(Spinner.of(24));
        pictures.request(
                side,
                row.path(),
                new PagePictures.Size(WIDTH, HEIGHT, density),
                () -> shown == side && overlay.isOpen(),
                image -> {
                    if (shown == side) {
                        image.ifPresentOrElse(found -> page.getChildren().setAll(view(found)), () -> page.getChildren()
                                .setAll(absent(side)));
                    }
                });
    }

    private static ImageView view(Image image) {
        ImageView view = new ImageView(image);
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        return view;
    }

    private Label absent(Side side) {
        Label words = Controls.label(row.absent(side), "muted");
        words.setId("page-absent");
        return words;
    }
}
