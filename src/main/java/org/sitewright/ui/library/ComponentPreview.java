package org.sitewright.ui.library;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.sitewright.library.component.ComponentSite;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.ui.control.Controls;

/// The component as a visitor sees it, at the width of a phone, tablet or desktop, light or dark. Script never runs
/// here: a web view shares the screen's thread, so that a loop without an end would stop the whole program.
final class ComponentPreview {
    private static final double MARGIN = 16;

    private final CodeViewModel model;
    private final LibraryServices services;
    private final ComponentPictures pictures;
    private final String name;
    private final WebView web = new WebView();
    private final StackPane stage = new StackPane(web);
    private final BorderPane root = new BorderPane();
    private final ToggleButton dark = new ToggleButton("Dark");
    private final Button run;
    private int width = 1280;

    ComponentPreview(CodeViewModel model, LibraryServices services, ComponentPictures pictures) {
        this.model = model;
        this.services = services;
        this.pictures = pictures;
        this.name = "component/preview-" + model.kept().id();
        Controls controls = services.window().controls();
        web.getEngine().setJavaScriptEnabled(false);
        web.setContextMenuEnabled(false);
        web.setId("component-preview");
        web.setAccessibleText("Preview");
        web.getEngine().setCreatePopupHandler(features -> null);
        run = controls.button("Run with script", "play", "flat", "small");
        run.setId("component-run");
        Controls.name(run, "Opens in your browser, where the script runs apart from this program", "");
        run.setOnAction(event -> services.window().trial().accept(model.draft()));
        dark.setSelected(services.window().dark().getAsBoolean());
        dark.setGraphic(controls.icons().of("moon"));
        dark.getStyleClass().add("filter-chip");
        dark.setId("preview-dark");
        dark.setOnAction(event -> show());
        HBox head = Controls.row(8, widths(controls), dark, Controls.spring(), run);
        head.getStyleClass().add("code-head");
        stage.getStyleClass().add("component-stage");
        stage.setMinSize(0, 0);
        stage.widthProperty().addListener((property, before, after) -> fit());
        stage.heightProperty().addListener((property, before, after) -> fit());
        root.setTop(head);
        root.setCenter(stage);
        root.getStyleClass().add("component-preview");
        model.settledProperty().addListener((property, before, after) -> show());
        show();
    }

    Parent root() {
        return root;
    }

    void close() {
        services.drawing().server().remove(name);
        web.getEngine().load(null);
    }

    private HBox widths(Controls controls) {
        ToggleGroup group = new ToggleGroup();
        HBox bar = new HBox(
                width(controls, group, "Phone, 390 pixels", "smartphone", 390),
                width(controls, group, "Tablet, 820 pixels", "tablet", 820),
                width(controls, group, "Desktop, 1280 pixels", "monitor", 1280));
        bar.getStyleClass().add("segmented");
        return bar;
    }

    private ToggleButton width(Controls controls, ToggleGroup group, String words, String icon, int pixels) {
        ToggleButton button = controls.iconToggle(words, icon, "");
        button.setToggleGroup(group);
        button.setId("preview-" + pixels);
        button.setSelected(pixels == width);
        button.setOnAction(event -> {
            button.setSelected(true);
            width = pixels;
            fit();
        });
        return button;
    }

    private void show() {
        Controls.show(run, model.settledProperty().get().hasScript());
        SiteComponent copy = SiteComponents.copy(model.draft(), false);
        Site site = ComponentSite.of(pictures.theme(dark.isSelected()), copy);
        LibraryServices.Drawing drawing = services.drawing();
        String address = drawing.server().put(name, () -> drawing.pages().still(site, ComponentSite.PAGE));
        web.getEngine().load(address);
    }

    private void fit() {
        double space = Math.max(160, stage.getWidth() - 2 * MARGIN);
        double zoom = Math.min(1, space / width);
        web.setZoom(zoom);
        double wide = Math.floor(width * zoom);
        double high = Math.max(100, stage.getHeight() - 2 * MARGIN);
        web.setMinSize(wide, high);
        web.setPrefSize(wide, high);
        web.setMaxSize(wide, high);
    }
}
