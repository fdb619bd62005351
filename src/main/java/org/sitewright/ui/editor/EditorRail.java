package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Editor;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.SidePanel;

/// The narrow bar at the left of the editor: what is shown beside the page, and the ways to other screens of the site.
public final class EditorRail {
    private final Editor editor;
    private final Controls controls;
    private final Parent outline;
    private final VBox bar = new VBox();
    private final BorderPane root = new BorderPane();
    private final List<ToggleButton> toggles = new ArrayList<>();
    private @Nullable SidePanel open;

    /// A panel that can be shown beside the page.
    ///
    /// @param id names it, as `theme`
    public record Side(String id, String words, String icon, Function<Editor, SidePanel> panel) {}

    /// A screen of the same site.
    public record Way(String id, String words, String icon, Runnable go) {}

    EditorRail(Editor editor, Controls controls, Parent outline) {
        this.editor = editor;
        this.controls = controls;
        this.outline = outline;
        bar.getStyleClass().add("editor-rail");
        ToggleButton pages = toggle("outline", "Pages and sections", "panels-top-left");
        pages.setOnAction(event -> show(pages, Optional.empty()));
        pages.setSelected(true);
        bar.getChildren().add(pages);
        root.setLeft(bar);
        root.setCenter(outline);
    }

    Parent root() {
        return root;
    }

    void add(Side side) {
        ToggleButton toggle = toggle(side.id(), side.words(), side.icon());
        toggle.setOnAction(event -> show(toggle, Optional.of(side)));
        bar.getChildren().add(toggle);
    }

    void add(Way way) {
        Button button = controls.iconButton(way.words(), way.icon(), "");
        button.setId("rail-" + way.id());
        button.setOnAction(event -> way.go().run());
        bar.getChildren().add(button);
    }

    /// Shows the panel of that name; one that is not there changes nothing.
    void open(String id) {
        toggles.stream()
                .filter(toggle -> toggle.getId().equals("rail-" + id))
                .findFirst()
                .ifPresent(ToggleButton::fire);
    }

    void close() {
        leave();
    }

    private ToggleButton toggle(String id, String words, String icon) {
        ToggleButton toggle = controls.iconToggle(words, icon, "");
        toggle.getStyleClass().add("rail-toggle");
        toggle.setId("rail-" + id);
        toggles.add(toggle);
        return toggle;
    }

    private void show(ToggleButton chosen, Optional<Side> side) {
        toggles.forEach(toggle -> toggle.setSelected(toggle.equals(chosen)));
        leave();
        Node shown = outline;
        if (side.isPresent()) {
            SidePanel panel = side.get().panel().apply(editor);
            open = panel;
            shown = panel.root();
        }
        root.setCenter(shown);
        if (open != null) {
            open.shown();
        }
    }

    private void leave() {
        SidePanel panel = open;
        if (panel != null) {
            panel.close();
            open = null;
        }
    }
}
