package org.sitewright.ui.editor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.site.Section;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Delay;

/// The layouts of a section as pictures of the section itself, with its own content.
final class LayoutPictures {
    private static final int PAGE_WIDTH = 1200;
    private static final double WIDTH = 74;
    private static final double HEIGHT = 50;

    private static final Duration REST = Duration.ofMillis(400);
    private static final Duration BETWEEN = Duration.ofMillis(30);

    private final EditorViewModel model;
    private final EditorServices services;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Delay rest = Delay.onScreen();

    LayoutPictures(EditorViewModel model, EditorServices services) {
        this.model = model;
        this.services = services;
    }

    /// A panel to choose from, drawn for the section as it is now.
    Panel of(Section section) {
        FlowPane pane = new FlowPane(6, 6);
        ToggleGroup group = new ToggleGroup();
        Map<String, ToggleButton> buttons = new HashMap<>();
        waiting.clear();
        List<Variant> variants = model.variants(section);
        for (Variant variant : variants) {
            ImageView view = new ImageView();
            view.setFitWidth(WIDTH);
            view.setPreserveRatio(true);
            StackPane tile = new StackPane(view);
            tile.getStyleClass().add("picture-tile");
            tile.setMinSize(WIDTH, HEIGHT);
            tile.setMaxSize(WIDTH, HEIGHT);
            ToggleButton button = new ToggleButton("", tile);
            button.getStyleClass().add("swatch");
            button.setId("layout-" + variant.name());
            Controls.name(button, variant.label(), "");
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.run(model.sections().setVariant(section.id(), variant.name()));
            });
            buttons.put(variant.name(), button);
            pane.getChildren().add(button);
            draw(section.withVariant(variant.name()), view);
        }
        afterTyping();
        return new Panel(pane, buttons);
    }

    /// Drawing takes the screen's thread, so it waits until typing rests.
    void afterTyping() {
        if (!waiting.isEmpty()) {
            rest.restart(REST, this::next);
        }
    }

    private void next() {
        Runnable draw = waiting.pollFirst();
        if (draw != null) {
            draw.run();
        }
    }

    /// @param buttons by the name of the layout
    record Panel(Node node, Map<String, ToggleButton> buttons) {
        void show(String variant) {
            ToggleButton button = buttons.get(variant);
            if (button != null) {
                button.setSelected(true);
            }
        }
    }

    private void draw(Section section, ImageView view) {
        var site = model.site();
        var page = model.page().id();
        String name = "layout-" + section.id() + "-" + section.variant();
        String key = name + section.hashCode() + site.theme().hashCode();
        PageSnapshots snapshots = services.screen().snapshots();
        Optional<Image> kept = snapshots.kept(key);
        if (kept.isPresent()) {
            show(kept.get(), view);
            return;
        }
        waiting.addLast(() -> {
            String address = services.drawing()
                    .server()
                    .put(name, () -> services.drawing().pages().still(site, page, section.withHidden(false)));
            snapshots.request(new PageSnapshots.Request(key, address, PAGE_WIDTH, 0, 2 * WIDTH / PAGE_WIDTH, image -> {
                show(image, view);
                rest.restart(BETWEEN, this::next);
            }));
        });
    }

    /// What is higher than the tile is cut at its foot.
    private static void show(Image image, ImageView view) {
        double height = Math.min(image.getHeight(), image.getWidth() * HEIGHT / WIDTH);
        view.setViewport(new Rectangle2D(0, 0, image.getWidth(), height));
        view.setImage(image);
    }
}
