package org.sitewright.ui.activity;

import java.io.File;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.AuditRecord;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;

/// Everything that was done, by whom, with what it was before and after.
public final class ActivityView implements Screen {
    private static final double ROW = 48;

    private final ActivityViewModel model;
    private final Controls controls;
    private final ListView<AuditRecord> list;
    private final ValuesPanel values;
    private final ChainBand band;
    private final TextField search = new TextField();
    private final BorderPane root = new BorderPane();
    private final DateTimeFormatter time;

    public ActivityView(ActivityPorts ports, Navigator navigator, Work work, Controls controls) {
        this.controls = controls;
        this.model = new ActivityViewModel(ports, navigator, work);
        this.time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
                .withZone(ports.zone());
        this.values = new ValuesPanel(model, controls, time);
        this.band = new ChainBand(model, controls);
        this.list = list();
        VBox main = new VBox(16, head(), band.node(), filters(), list);
        main.setPadding(new Insets(24, 32, 0, 32));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.setCenter(main);
        root.setRight(values.node());
        root.setId("activity-screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.records().addListener((ListChangeListener<AuditRecord>) change -> {
            if (list.getSelectionModel().isEmpty() && !model.records().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {}

    /// The state behind the screen, for tests.
    ActivityViewModel model() {
        return model;
    }

    private Node head() {
        MenuButton export = new MenuButton("Export", controls.icons().of("download"));
        export.setId("activity-export");
        MenuItem csv = new MenuItem("As CSV, for a spreadsheet…");
        csv.setOnAction(event -> export("activity.csv"));
        MenuItem json = new MenuItem("As JSON…");
        json.setOnAction(event -> export("activity.json"));
        export.getItems().setAll(csv, json);
        return Controls.row(12, Controls.label("Activity", "page-title"), Controls.spring(), export);
    }

    private void export(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export what is shown");
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private Node filters() {
        search.setId("activity-search");
        search.setPromptText("Find in what was done");
        search.setAccessibleText("Find in what was done");
        search.textProperty().addListener((property, before, after) -> model.queryProperty()
                .set(model.queryProperty().get().withWords(after)));
        HBox box = new HBox(8, controls.icons().of("search"), search, Controls.label("Ctrl F", "key-cap"));
        box.getStyleClass().add("search-box");
        box.setPrefWidth(280);
        HBox.setHgrow(search, Priority.ALWAYS);
        return Controls.row(
                8,
                box,
                menu(
                        "activity-person",
                        "Everybody",
                        () -> choices("Everybody", model.people(), id -> model.queryProperty()
                                .set(model.queryProperty().get().withPerson(id)))),
                menu(
                        "activity-site",
                        "Every site",
                        () -> choices("Every site", model.sites(), id -> model.queryProperty()
                                .set(model.queryProperty().get().withSite(id)))),
                menu("activity-action", "Every action", this::actions),
                menu("activity-time", "Any time", this::periods));
    }

    private record Choice(String words, Runnable act) {}

    private static List<Choice> choices(String all, Map<String, String> names, Consumer<String> choose) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice(all, () -> choose.accept(""))));
        names.forEach((id, name) -> choices.add(new Choice(name, () -> choose.accept(id))));
        return choices;
    }

    private List<Choice> actions() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("Every action", () -> act("", ""))));
        model.actions().stream()
                .filter(action -> action.contains("."))
                .map(action -> action.substring(0, action.indexOf('.')))
                .distinct()
                .forEach(area -> choices.add(new Choice("All of " + area, () -> act(area + ".", ""))));
        model.actions().forEach(action -> choices.add(new Choice(ActionWords.of(action), () -> act(action, ""))));
        return choices;
    }

    private void act(String action, String type) {
        model.queryProperty().set(model.queryProperty().get().withAction(action).withResourceType(type));
    }

    private List<Choice> periods() {
        List<Choice> choices = new ArrayList<>();
        for (ActivityViewModel.Period period : ActivityViewModel.Period.values()) {
            choices.add(new Choice(period.words(), () -> model.period(period)));
        }
        return choices;
    }

    private static MenuButton menu(String id, String words, Supplier<List<Choice>> choices) {
        MenuButton menu = new MenuButton(words);
        menu.setId(id);
        menu.setAccessibleText(words);
        menu.getStyleClass().addAll("flat", "filter-menu");
        menu.getItems().setAll(new MenuItem(words));
        menu.setOnShowing(event -> menu.getItems()
                .setAll(choices.get().stream()
                        .map(choice -> {
                            MenuItem item = new MenuItem(choice.words());
                            item.setMnemonicParsing(false);
                            item.setOnAction(chosen -> {
                                menu.setText(choice.words());
                                menu.setAccessibleText(choice.words());
                                choice.act().run();
                            });
                            return item;
                        })
                        .toList()));
        return menu;
    }

    private ListView<AuditRecord> list() {
        ListView<AuditRecord> made = new ListView<>(model.records());
        made.setId("activity-list");
        made.setAccessibleText("What was done, newest first");
        made.setFixedCellSize(ROW);
        made.getStyleClass().addAll("activity-list");
        made.setCellFactory(view -> new RecordCell());
        Label none = Controls.label(
                "Nothing that was done is like that. Look for other words, people or times.", "empty-note");
        made.setPlaceholder(none);
        made.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> values.show(after));
        return made;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            event.consume();
            search.requestFocus();
        } else if (event.getCode() == KeyCode.F5) {
            event.consume();
            model.load();
        }
    }

    private final class RecordCell extends ListCell<AuditRecord> {
        private final Label title = Controls.label("", "medium");
        private final Label detail = Controls.label("", "meta");
        private final Label who = Controls.label("", "muted");
        private final Label when = Controls.label("", "meta");
        private final VBox words = new VBox(1, title, detail);
        private final HBox row = Controls.row(12);

        RecordCell() {
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            who.setPrefWidth(140);
            who.setMinWidth(60);
            when.setMinWidth(Button.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AuditRecord record, boolean empty) {
            super.updateItem(record, empty);
            if (empty || record == null) {
                setGraphic(null);
                return;
            }
            title.setText(record.label().isEmpty() ? ActionWords.of(record.action()) : record.label());
            String site = model.site(record);
            detail.setText(ActionWords.of(record.action()) + (site.isEmpty() ? "" : ", " + site));
            who.setText(model.person(record));
            when.setText(time.format(record.at()));
            row.getChildren().setAll(controls.icons().of(ActionWords.icon(record.action())), words, who, when);
            setGraphic(row);
            if (getIndex() >= model.records().size() - 20) {
                model.more();
            }
        }
    }
}
