package org.sitewright.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentFilter;
import org.sitewright.history.MomentKind;
import org.sitewright.history.MomentName;
import org.sitewright.history.Sitting;
import org.sitewright.site.PageId;
import org.sitewright.ui.control.Controls;

/// Every edit, newest first, in sittings, and what narrows them.
final class EditsPanel {
    private static final double ROW = 46;

    private final HistoryViewModel model;
    private final Controls controls;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final TextField search = new TextField();
    private final Label none = Controls.label("", "empty-note");
    private final VBox root = new VBox();
    private boolean showing;

    /// One line of the list.
    private sealed interface Row {
        record Heading(String day, String detail) implements Row {}

        record Edit(Moment moment) implements Row {}
    }

    EditsPanel(HistoryViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        list.setId("edits");
        list.setAccessibleText("Edits, newest first");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("edit-list");
        list.setCellFactory(view -> new EditCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after instanceof Row.Edit edit) {
                model.look(edit.moment());
            }
        });
        none.setMaxWidth(240);
        VBox.setVgrow(list, Priority.ALWAYS);
        search.setId("edit-search");
        search.setPromptText("Find an edit");
        search.setAccessibleText("Find an edit by its words");
        search.textProperty()
                .addListener((property, before, after) ->
                        narrow(filter -> new MomentFilter(filter.page(), filter.section(), filter.kind(), after)));
        HBox box = new HBox(8, controls.icons().of("search"), search);
        box.getStyleClass().add("search-box");
        HBox.setHgrow(search, Priority.ALWAYS);
        MenuButton page = menu("Every page", "edit-page", this::pages);
        MenuButton kind = menu("Every kind", "edit-kind", this::kinds);
        HBox filters = Controls.row(6, page, kind);
        VBox head = new VBox(8, box, filters);
        head.getStyleClass().add("edit-head");
        root.getChildren().setAll(head, list);
        model.timeline().shown().addListener((ListChangeListener<Moment>) change -> fill());
        model.names().addListener((ListChangeListener<MomentName>) change -> list.refresh());
        model.timeline().positionProperty().addListener((property, before, after) -> choose());
        fill();
    }

    VBox root() {
        return root;
    }

    TextField search() {
        return search;
    }

    private void narrow(UnaryOperator<MomentFilter> how) {
        var filter = model.timeline().filterProperty();
        filter.set(how.apply(filter.get()));
    }

    private MenuButton menu(String words, String id, Consumer<MenuButton> fill) {
        MenuButton menu = new MenuButton(words);
        menu.setId(id);
        menu.getStyleClass().addAll("flat", "filter-menu");
        menu.setOnShowing(event -> fill.accept(menu));
        // A menu without entries is never shown.
        menu.getItems().setAll(new MenuItem(words));
        menu.setAccessibleText(words);
        menu.setMinWidth(0);
        return menu;
    }

    private void pages(MenuButton menu) {
        List<MenuItem> items = new ArrayList<>();
        items.add(entry(
                menu,
                "Every page",
                () -> narrow(filter ->
                        new MomentFilter(Optional.empty(), Optional.empty(), filter.kind(), filter.words()))));
        items.add(new SeparatorMenuItem());
        for (Map.Entry<PageId, String> page : model.pages().entrySet()) {
            items.add(entry(menu, page.getValue(), () -> {
                narrow(filter ->
                        new MomentFilter(Optional.of(page.getKey()), Optional.empty(), filter.kind(), filter.words()));
                model.pageProperty().set(page.getKey());
            }));
        }
        model.now().page(model.pageProperty().get()).ifPresent(page -> {
            items.add(new SeparatorMenuItem());
            page.sections()
                    .forEach(section -> items.add(entry(
                            menu,
                            "Section " + model.words().section(section),
                            () -> narrow(filter -> new MomentFilter(
                                    Optional.empty(), Optional.of(section.id()), filter.kind(), filter.words())))));
        });
        menu.getItems().setAll(items);
    }

    private void kinds(MenuButton menu) {
        List<MenuItem> items = new ArrayList<>();
        items.add(entry(
                menu,
                "Every kind",
                () -> narrow(filter ->
                        new MomentFilter(filter.page(), filter.section(), Optional.empty(), filter.words()))));
        items.add(new SeparatorMenuItem());
        var there = model.timeline().all().stream().map(Moment::kind).collect(Collectors.toSet());
        for (MomentKind kind : MomentKind.values()) {
            if (there.contains(kind)) {
                MenuItem item = entry(
                        menu,
                        kind.words(),
                        () -> narrow(filter ->
                                new MomentFilter(filter.page(), filter.section(), Optional.of(kind), filter.words())));
                item.setGraphic(controls.icons().of(MomentIcons.of(kind)));
                items.add(item);
            }
        }
        menu.getItems().setAll(items);
    }

    private static MenuItem entry(MenuButton menu, String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            menu.setText(words);
            menu.setAccessibleText(words);
            act.run();
        });
        return item;
    }

    private void fill() {
        List<Row> made = new ArrayList<>();
        for (Sitting sitting :
                Sitting.of(model.timeline().shown(), model.zone()).reversed()) {
            int count = sitting.moments().size();
            made.add(new Row.Heading(
                    model.when().day(sitting.until(), model.clock().instant()),
                    model.person(sitting.moments().getFirst()) + ", " + (count == 1 ? "1 edit" : count + " edits")));
            sitting.moments().reversed().forEach(moment -> made.add(new Row.Edit(moment)));
        }
        showing = true;
        rows.setAll(made);
        showing = false;
        none.setText(
                model.timeline().all().isEmpty()
                        ? "Edits of this site stand here as soon as there are some."
                        : "No edit is like that. Look for other words, pages or kinds.");
        list.setPlaceholder(none);
        choose();
    }

    private void choose() {
        Moment here = model.timeline().positionProperty().get();
        showing = true;
        if (here == null) {
            list.getSelectionModel().clearSelection();
        } else if (!new Row.Edit(here).equals(list.getSelectionModel().getSelectedItem())) {
            int at = rows.indexOf(new Row.Edit(here));
            list.getSelectionModel().clearSelection();
            if (at >= 0) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 5));
            }
        }
        showing = false;
    }

    private final class EditCell extends ListCell<Row> {
        private final Label title = Controls.label("", "medium", "edit-title");
        private final Label detail = Controls.label("", "meta");
        private final Label time = Controls.label("", "meta", "edit-time");
        private final VBox words = new VBox(0, title, detail);
        private final HBox edit = Controls.row(10);
        private final Label day = Controls.label("", "edit-day");
        private final Label sum = Controls.label("", "meta");
        private final HBox heading = Controls.row(8, day, Controls.spring(), sum);

        EditCell() {
            words.setMinWidth(0);
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            time.setMinWidth(USE_PREF_SIZE);
            heading.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("edit-heading");
            setTooltip(null);
            Node shown = null;
            if (!empty && row != null) {
                shown = switch (row) {
                    case Row.Heading found -> heading(found);
                    case Row.Edit found -> edit(found.moment());
                };
            }
            setGraphic(shown);
            setMouseTransparent(row instanceof Row.Heading);
        }

        private Node heading(Row.Heading found) {
            getStyleClass().add("edit-heading");
            day.setText(found.day());
            sum.setText(found.detail());
            return heading;
        }

        private Node edit(Moment moment) {
            title.setText(moment.label());
            String name = model.nameOf(moment)
                    .map(found -> "“" + found.name() + "”  ")
                    .orElse("");
            detail.setText(name + model.place(moment));
            time.setText(model.when().time(moment.at()));
            edit.getChildren().setAll(controls.icons().of(MomentIcons.of(moment.kind())), words, time);
            setTooltip(new Tooltip(String.join(
                    System.lineSeparator(),
                    moment.label(),
                    model.person(moment) + ", " + model.when().full(moment.at()) + ", change " + moment.sequence())));
            return edit;
        }
    }
}
