package org.sitewright.ui.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Editor;
import org.sitewright.library.Component;
import org.sitewright.site.SiteComponent;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.SidePanel;
import org.sitewright.ui.fx.Destination;

/// Components beside the open page: puts them on it, and makes one of the chosen section.
public final class ComponentsPanel implements SidePanel {
    private static final double WIDTH = 252;
    private static final double TALLEST = 140;

    private final Editor editor;
    private final LibraryServices services;
    private final PlacingViewModel model;
    private final ComponentPictures pictures;
    private final Controls controls;
    private final BorderPane root = new BorderPane();
    private final VBox chosen = new VBox(8);
    private final VBox list = new VBox(14);
    private final TextField search = new TextField();
    private final Editor.Listener listener;
    private @Nullable Component asked;

    public ComponentsPanel(Editor editor, LibraryServices services, PlacingViewModel model) {
        this.editor = editor;
        this.services = services;
        this.model = model;
        this.pictures = new ComponentPictures(services);
        this.controls = services.window().controls();
        root.getStyleClass().add("theme-panel");
        root.setId("components-panel");
        chosen.getStyleClass().add("panel-body");
        list.getStyleClass().add("panel-body");
        search.setPromptText("Find a component");
        search.setAccessibleText("Find a component");
        search.setId("panel-component-search");
        search.textProperty().addListener((property, before, after) -> showList());
        root.setTop(new VBox(head(), chosen, Controls.hairline(), find()));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        root.setCenter(scroll);
        listener = change -> showChosen();
        editor.listen(listener);
        model.onChange(this::showList);
        showChosen();
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        editor.unlisten(listener);
        services.drawing().snapshots().clear();
    }

    private Node head() {
        Button library = controls.button("Library", "blocks", "flat", "small");
        library.setId("open-library");
        library.setOnAction(event -> services.window().navigator().open(new Destination.Components(null)));
        HBox head = Controls.row(8, Controls.label("Components", "group-title"), Controls.spring(), library);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private Node find() {
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox box = Controls.row(8, controls.icons().of("search"), search);
        box.getStyleClass().add("search-box");
        VBox around = new VBox(box);
        around.getStyleClass().add("component-find");
        return around;
    }

    /// What can be done with the section that is chosen on the page.
    private void showChosen() {
        chosen.getChildren().clear();
        Optional<SiteComponent> component = model.chosenComponent();
        if (component.isPresent()) {
            SiteComponent used = component.get();
            Button edit = controls.button("Edit component", "code", "small");
            edit.setId("edit-component");
            edit.setDisable(!model.inLibrary(used));
            edit.setOnAction(event -> services.window().navigator().open(new Destination.Components(used.id())));
            Button reset = controls.button("Reset to the component’s", "rotate-ccw", "small");
            reset.setId("reset-component");
            reset.setDisable(!model.isChanged());
            reset.setOnAction(event -> model.reset());
            chosen.getChildren().addAll(Controls.label(used.name(), "medium"), new HBox(8, edit, reset));
            model.changedFields().forEach(each -> chosen.getChildren().add(changed(each)));
            if (!used.javascript().isBlank()) {
                chosen.getChildren().add(script(used));
            }
        } else if (model.canSaveSection()) {
            Button save = controls.button("Save section as component", "save", "small");
            save.setId("save-as-component");
            save.setOnAction(event -> model.saveSection());
            chosen.getChildren().add(save);
        } else {
            Label hint = Controls.label("Choose a section to save it as a component.", "meta");
            hint.setWrapText(true);
            chosen.getChildren().add(hint);
        }
    }

    private Node changed(PlacingViewModel.Changed each) {
        Button reset = controls.iconButton("Reset “" + each.label() + "” to the component’s", "rotate-ccw", "");
        reset.getStyleClass().add("small");
        reset.setId("reset-field-" + each.field());
        reset.setOnAction(event -> model.reset(each.field()));
        Label words = Controls.label(each.label() + " says something of its own", "meta");
        words.setMinWidth(0);
        return Controls.row(8, words, Controls.spring(), reset);
    }

    private Node script(SiteComponent used) {
        Label words = Controls.label(
                used.scripted()
                        ? "Its script runs for every visitor."
                        : "It brings a script that does not run. Allow it only if you trust who wrote it: "
                                + "it can do anything on your pages.",
                "meta");
        words.setWrapText(true);
        Button allow = controls.button(used.scripted() ? "Stop its script" : "Allow its script", "code", "small");
        allow.setId("allow-script");
        allow.setOnAction(event -> model.allow(used, !used.scripted()));
        VBox box = new VBox(8, words, allow);
        box.getStyleClass().addAll("component-note", "warning");
        return box;
    }

    private void showList() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Component> fitting = model.all().stream()
                .filter(each -> (each.name() + " " + each.category())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        services.drawing().snapshots().clear();
        list.getChildren().clear();
        if (fitting.isEmpty()) {
            list.getChildren().add(Controls.label("No component fits. Try another word.", "muted"));
        }
        fitting.forEach(each -> list.getChildren().add(entry(each)));
        showChosen();
    }

    private Node entry(Component component) {
        StackPane picture = new StackPane();
        picture.getStyleClass().add("component-picture");
        size(picture, 72);
        Region edge = new Region();
        edge.getStyleClass().add("thumb-edge");
        picture.getChildren().add(edge);
        Button button = new Button();
        VBox box = new VBox(6, picture, Controls.row(6, Controls.label(component.name(), "medium")));
        button.setGraphic(box);
        button.getStyleClass().add("component-card");
        button.setId("insert-" + component.id());
        button.setAccessibleText("Insert " + component.name());
        VBox whole = new VBox(8, button);
        button.setOnAction(event -> {
            if (component.javascript().isBlank()) {
                model.insert(component, false);
            } else if (!component.equals(asked)) {
                asked = component;
                whole.getChildren().add(question(component));
            }
        });
        pictures.draw(component, editor.site().theme(), WIDTH, TALLEST, image -> show(image, picture, edge));
        return whole;
    }

    /// A script is agreed to by a person who was told what that means.
    private Node question(Component component) {
        Label words = Controls.label(
                "This component brings a script. It would run for every visitor and can do anything on your pages. "
                        + "Allow it only if you trust who wrote it.",
                "meta");
        words.setWrapText(true);
        Button without = controls.button("Insert without it", "", "small");
        without.setId("insert-without");
        without.setOnAction(event -> {
            asked = null;
            model.insert(component, false);
        });
        Button with = controls.button("Allow and insert", "", "small");
        with.setId("insert-with");
        with.setOnAction(event -> {
            asked = null;
            model.insert(component, true);
        });
        VBox box = new VBox(8, words, new HBox(8, without, with));
        box.getStyleClass().addAll("component-note", "warning");
        return box;
    }

    private static void show(Image image, StackPane picture, Region edge) {
        double height = Math.clamp(image.getHeight() * WIDTH / image.getWidth(), 40, TALLEST);
        size(picture, height);
        ImageView view = new ImageView(image);
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        Rectangle clip = new Rectangle(WIDTH, height);
        clip.setArcWidth(20);
        clip.setArcHeight(20);
        StackPane holder = new StackPane(view);
        size(holder, height);
        holder.setClip(clip);
        StackPane.setAlignment(view, javafx.geometry.Pos.TOP_CENTER);
        picture.getChildren().setAll(holder, edge);
    }

    private static void size(StackPane pane, double height) {
        pane.setMinSize(WIDTH, height);
        pane.setPrefSize(WIDTH, height);
        pane.setMaxSize(WIDTH, height);
    }
}
