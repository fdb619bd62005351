package org.sitewright.ui.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.edit.Editor;
import org.sitewright.library.Catalogue;
import org.sitewright.media.PictureColors;
import org.sitewright.site.Style;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.SidePanel;
import org.sitewright.ui.fx.Work;

/// The look of the open site.
public final class ThemePanel implements SidePanel {
    private final Editor editor;
    private final ThemeViewModel model;
    private final Controls controls;
    private final BorderPane root = new BorderPane();
    private final Segments<Style> styles;
    private final PaletteGroup palettes;
    private final ColorSource source;
    private final TypeGroup type;
    private final ShapeGroup shapes;
    private final Label proof = Controls.label("", "meta");
    private final Button back;
    private final Editor.Listener listener;

    /// What the panel draws on beside the open site.
    public record Services(Catalogue catalogue, PictureColors colors, RandomGenerator random, Work work) {}

    public ThemePanel(Editor editor, Services services, Controls controls) {
        this.editor = editor;
        this.controls = controls;
        this.model = new ThemeViewModel(editor, services.catalogue(), services.random());
        Map<Style, String> names = new LinkedHashMap<>();
        for (Style style : Style.values()) {
            names.put(style, style.label());
        }
        styles = new Segments<>("Style", names, model::style);
        palettes = new PaletteGroup(model, controls);
        source = new ColorSource(model, controls, services.colors(), services.work());
        type = new TypeGroup(model, services.work());
        shapes = new ShapeGroup(model);
        back = controls.button("Undo all", "", "flat", "small");
        back.setId("theme-undo-all");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> model.undoAll());
        root.getStyleClass().add("theme-panel");
        root.setId("theme-panel");
        root.setTop(head());
        root.setCenter(groups());
        root.setBottom(foot());
        listener = change -> {
            if (change.isEdit()
                    && !change.before()
                            .site()
                            .theme()
                            .equals(change.after().site().theme())) {
                show();
            }
        };
        editor.listen(listener);
        show();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        editor.unlisten(listener);
    }

    private HBox head() {
        Button surprise = controls.button("Surprise me", "shuffle", "flat", "small");
        surprise.setId("theme-surprise");
        surprise.setOnAction(event -> model.surprise());
        HBox head = Controls.row(8, Controls.label("Theme", "group-title"), Controls.spring(), surprise);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private ScrollPane groups() {
        VBox box = new VBox(
                16,
                styles.root(),
                palettes.root(source.root()),
                Controls.hairline(),
                type.root(),
                Controls.hairline(),
                shapes.root());
        box.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        return scroll;
    }

    private HBox foot() {
        proof.setWrapText(true);
        HBox.setHgrow(proof, Priority.ALWAYS);
        proof.setMaxWidth(Double.MAX_VALUE);
        HBox foot = Controls.row(8, proof, back);
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    private void show() {
        styles.show(model.theme().style());
        palettes.show();
        source.show();
        type.show();
        shapes.show();
        Contrast contrast = model.contrast();
        proof.setText(
                contrast.failing() == 0
                        ? "All " + contrast.pairs() + " colour pairs pass AA in light and dark"
                        : contrast.failing() + " of " + contrast.pairs() + " colour pairs miss AA");
        proof.setGraphic(controls.icons().of(contrast.failing() == 0 ? "circle-check" : "circle-alert"));
        back.setDisable(!model.isChanged());
    }
}
