package org.sitewright.ui.output;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.sitewright.edit.Editor;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.OutputChoices.About;
import org.sitewright.site.OutputChoices.Crawlers;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.OwnKeys;
import org.sitewright.ui.control.SidePanel;

/// What search engines, the programs of AI companies and hosts are given to read of the open site.
public final class OutputPanel implements SidePanel {
    private final Editor editor;
    private final OutputViewModel model;
    private final BorderPane root = new BorderPane();
    private final ComboBox<About> about = new ComboBox<>();
    private final ComboBox<Crawlers> crawlers = new ComboBox<>();
    private final Label meaning = Controls.label("", "muted");
    private final CheckBox readable = new CheckBox("Keep the files readable");
    private final CheckBox hostRules = new CheckBox("Write rules for the host");
    private final Editor.Listener listener;

    public OutputPanel(Editor editor) {
        this.editor = editor;
        this.model = new OutputViewModel(editor);
        choice(about, "site-about", List.of(About.values()), OutputViewModel::words, model::about);
        choice(crawlers, "ai-crawlers", List.of(Crawlers.values()), OutputViewModel::words, model::crawlers);
        readable.setId("readable-files");
        readable.setTooltip(new Tooltip("For people who go on working with the files by hand"));
        readable.setOnAction(event -> model.readable(readable.isSelected()));
        hostRules.setId("host-rules");
        hostRules.setTooltip(new Tooltip("Leave it off where you keep such a file of your own"));
        hostRules.setOnAction(event -> model.hostRules(hostRules.isSelected()));
        VBox body = new VBox(
                16,
                group(
                        "Search engines",
                        Controls.field("Whom the site presents", about),
                        says(
                                "Name, logo, address and opening hours are told as they stand on the pages, nothing else.")),
                Controls.hairline(),
                group("AI companies", Controls.field("Their programs", crawlers), meaning),
                Controls.hairline(),
                group(
                        "Files",
                        readable,
                        says(
                                "Otherwise styles, scripts and components are written without comments and spaces, which loads faster."),
                        hostRules,
                        says("Redirects, caching and protection, in a file of the form that the host reads.")));
        meaning.setWrapText(true);
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        HBox head = Controls.row(8, Controls.label("Search and hosts", "group-title"), Controls.spring());
        head.getStyleClass().add("panel-head");
        root.getStyleClass().add("theme-panel");
        root.setId("output-panel");
        root.setTop(head);
        root.setCenter(scroll);
        OwnKeys.claim(root);
        listener = change -> {
            if (change.isEdit()) {
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

    private void show() {
        OutputChoices choices = model.choices();
        about.setValue(choices.about());
        crawlers.setValue(choices.crawlers());
        meaning.setText(OutputViewModel.meaning(choices.crawlers()));
        readable.setSelected(choices.readable());
        hostRules.setSelected(choices.hostRules());
    }

    private static VBox group(String title, javafx.scene.Node... inside) {
        VBox group = new VBox(8, Controls.label(title, "group-label"));
        group.getChildren().addAll(inside);
        return group;
    }

    private static Label says(String words) {
        Label label = Controls.label(words, "muted");
        label.setWrapText(true);
        return label;
    }

    private static <T> void choice(
            ComboBox<T> box, String id, List<T> options, Function<T, String> words, Consumer<T> chosen) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(options);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.setOnAction(event -> chosen.accept(box.getValue()));
    }
}
