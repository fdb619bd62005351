package org.sitewright.ui.sites;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.FileChooser;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Starter;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Destination.NewSite.Beginning;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Job;

/// Begins a new site: from a starter, from an exported file, or from an empty page.
public final class NewSiteView implements Screen {
    private static final double CARD = 320;
    private static final double TALL = 620;

    private final Catalogue catalogue;
    private final SiteActions actions;
    private final Thumbnails thumbnails;
    private final Controls controls;
    private final Navigator navigator;
    private final Work work;
    private final VBox root = new VBox();
    private final StackPane content = new StackPane();
    private final TextField name = new TextField();
    private final ToggleGroup tabs = new ToggleGroup();
    private final Label problem = Controls.label("", "field-error");
    private final List<VBox> cards = new ArrayList<>();
    private final Button use;
    private Starter starter;
    private boolean working;

    public NewSiteView(
            Catalogue catalogue,
            SiteActions actions,
            Thumbnails thumbnails,
            Controls controls,
            Navigator navigator,
            Work work) {
        this.catalogue = catalogue;
        this.actions = actions;
        this.thumbnails = thumbnails;
        this.controls = controls;
        this.navigator = navigator;
        this.work = work;
        this.starter = catalogue.starters().getFirst();
        use = controls.primary("", "arrow-right");
        use.setId("use-starter");
        use.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        use.setOnAction(event -> fromStarter());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        name.setId("site-name");
        name.setOnAction(event -> fromStarter());
        content.getStyleClass().add("new-site-stage");
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getChildren().setAll(top(), content);
        showStarters();
    }

    /// Shows the way that was asked for; without it the starters are shown.
    public void begin(Beginning from) {
        switch (from) {
            case STARTER -> {}
            case IMPORT -> {
                tabs.selectToggle(tabs.getToggles().get(1));
                showImport();
            }
            case BLANK -> {
                tabs.selectToggle(tabs.getToggles().get(2));
                showBlank();
            }
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        thumbnails.snapshots().clear();
    }

    private Node top() {
        Button back = controls.iconButton("All sites", "chevron-left", "Esc");
        back.setOnAction(event -> navigator.open(new Destination.Sites()));
        HBox segments = new HBox(
                tab("Pick a starter", "layout-template", this::showStarters),
                tab("Import", "download", this::showImport),
                tab("Blank", "file", this::showBlank));
        segments.getStyleClass().add("segmented");
        segments.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        tabs.selectToggle(tabs.getToggles().getFirst());
        HBox bar = Controls.row(
                10,
                back,
                Brand.mark(22),
                Controls.label("New site", "crumb"),
                Controls.spring(),
                Controls.row(
                        8,
                        controls.icons().of("laptop"),
                        Controls.label("On this computer, no account or network", "meta")));
        bar.getStyleClass().add("top-bar");
        StackPane both = new StackPane(bar, segments);
        both.setMinHeight(48);
        return both;
    }

    private ToggleButton tab(String words, String icon, Runnable show) {
        ToggleButton tab = new ToggleButton(words, controls.icons().of(icon));
        tab.setToggleGroup(tabs);
        tab.setId("tab-" + icon);
        tab.setOnAction(event -> {
            tab.setSelected(true);
            problem.setText("");
            show.run();
        });
        return tab;
    }

    private void showStarters() {
        name.setPromptText(starter.label());
        VBox left = new VBox(
                16,
                Controls.field("Name of the site", name),
                problem,
                note(
                        "A starter is a complete site: pages, words and pictures that ship with Sitewright and are free to keep. Everything in it can be changed."));
        left.setPadding(new Insets(24));
        left.setMinWidth(312);
        left.setMaxWidth(312);
        left.getStyleClass().add("new-site-panel");
        HBox row = new HBox(28);
        cards.clear();
        for (Starter each : catalogue.starters()) {
            VBox card = card(each);
            cards.add(card);
            row.getChildren().add(card);
        }
        HBox head = Controls.row(
                10,
                Controls.label("Starters", "group-title"),
                Controls.label("every word and picture can be changed", "muted"),
                Controls.spring(),
                use);
        VBox right = new VBox(20, head, row);
        right.setPadding(new Insets(20, 32, 24, 32));
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        content.getChildren().setAll(new HBox(left, scroll));
        choose(starter);
    }

    private VBox card(Starter each) {
        ImageView picture = new ImageView();
        picture.setFitWidth(CARD);
        picture.setPreserveRatio(true);
        Rectangle clip = new Rectangle(CARD, TALL);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        picture.setClip(clip);
        Region edge = new Region();
        edge.getStyleClass().add("picker-edge");
        StackPane frame = new StackPane(picture, edge);
        frame.getStyleClass().add("picker-picture");
        frame.setMinSize(CARD, TALL);
        frame.setMaxSize(CARD, TALL);
        StackPane.setAlignment(picture, Pos.TOP_CENTER);
        Label about = Controls.label(each.description(), "muted");
        about.setWrapText(true);
        about.setMaxWidth(CARD);
        VBox card = new VBox(
                6,
                frame,
                Controls.row(
                        8,
                        Controls.label(each.label(), "emphasis"),
                        Controls.label(each.pages() + " pages, " + each.style().label(), "meta")),
                about);
        card.getStyleClass().add("picker-card");
        card.setId("starter-" + each.name());
        card.setFocusTraversable(true);
        card.setAccessibleText("Starter " + each.label());
        card.setOnMouseClicked(event -> {
            choose(each);
            if (event.getClickCount() == 2) {
                fromStarter();
            }
        });
        card.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                choose(each);
            }
        });
        var user = navigator.user();
        work.<Site>run(
                (progress, cancel) -> actions.look(each, user),
                site -> thumbnails.draw(
                        "starter-" + each.name(),
                        site,
                        (int) (TALL * Thumbnails.PAGE_WIDTH / CARD),
                        1.5 * CARD / Thumbnails.PAGE_WIDTH,
                        picture::setImage),
                navigator::tell);
        return card;
    }

    private void choose(Starter wanted) {
        starter = wanted;
        use.setText("Use “" + wanted.label() + "”");
        name.setPromptText(wanted.label());
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).getStyleClass().remove("selected");
            if (catalogue.starters().get(i).equals(wanted)) {
                cards.get(i).getStyleClass().add("selected");
            }
        }
    }

    private void showImport() {
        Button file = controls.button("Choose a file…", "folder-open", "accent", "large");
        file.setOnAction(event -> importFile());
        content.getChildren()
                .setAll(centred(
                        "download",
                        "Bring a site you exported",
                        "A project file (.zip) made by Sitewright, on this computer or another. It is checked before anything is taken in.",
                        file));
    }

    private void importFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a site");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Project files", "*.zip"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            var user = navigator.user();
            make((progress, cancel) -> actions.fromFile(file.toPath(), user));
        }
    }

    private void showBlank() {
        TextField blankName = new TextField();
        blankName.setPromptText("My site");
        blankName.setMaxWidth(360);
        HBox styles = new HBox();
        styles.getStyleClass().add("segmented");
        styles.setMaxWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Style style : Style.values()) {
            ToggleButton button = new ToggleButton(style.label());
            button.setToggleGroup(group);
            button.setUserData(style);
            styles.getChildren().add(button);
        }
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            }
        });
        Button make = controls.button("Make an empty site", "plus", "accent", "large");
        make.setId("make-blank");
        make.setOnAction(event -> {
            var user = navigator.user();
            String wanted = blankName.getText().isBlank() ? "My site" : blankName.getText();
            Style style = (Style) group.getSelectedToggle().getUserData();
            make((progress, cancel) -> actions.blank(wanted, user, SiteType.WEBSITE, style));
        });
        VBox form = new VBox(14, Controls.field("Name of the site", blankName), Controls.field("Style", styles), make);
        form.setMaxWidth(360);
        content.getChildren()
                .setAll(centred("file", "An empty page", "Add sections one by one; each has several layouts.", form));
    }

    private Node centred(String icon, String title, String text, Node action) {
        Label words = Controls.label(text, "lead");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(
                14, controls.icons().of(icon, 36), Controls.label(title, "empty-title"), words, action, problem);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private static Label note(String text) {
        Label note = Controls.label(text, "meta");
        note.setWrapText(true);
        return note;
    }

    private void fromStarter() {
        var user = navigator.user();
        Starter chosen = starter;
        String wanted = name.getText().isBlank() ? chosen.label() : name.getText();
        make((progress, cancel) -> actions.fromStarter(chosen, wanted, user));
    }

    private void make(Job<Site> job) {
        if (working) {
            return;
        }
        working = true;
        use.setDisable(true);
        problem.setText("");
        problem.setWrapText(true);
        work.<Site>run(job, site -> navigator.open(new Destination.Editor(site.id())), fault -> {
            working = false;
            use.setDisable(false);
            problem.setText(
                    fault instanceof org.sitewright.work.Problem known
                            ? known.happened() + " " + known.remedy()
                            : String.valueOf(fault.getMessage()));
        });
    }
}
