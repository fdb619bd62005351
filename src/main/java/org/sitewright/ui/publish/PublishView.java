package org.sitewright.ui.publish;

import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Target;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.KeyboardSheet;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Subscription;

/// The screen that publishes a site: where to, what changes, how far it is, and what was published before.
public final class PublishView implements Screen {
    private final PublishWindow window;
    private final Controls controls;
    private final PublishViewModel model;
    private final Subscription open = new Subscription();
    private final StackPane root = new StackPane();
    private final VBox main = new VBox(20);
    private final Label changes = Controls.label("", "muted");
    private final ListView<PlanRow> list = new ListView<>();
    private final VBox plan;
    private final Node box;
    private final Node schedule;
    private final Actions actions;
    private final Node empty;
    private final PlanPictures pictures;

    /// @param site as it is stored; it is read anew before it is published
    public PublishView(Site site, PublishPorts ports, PublishWindow window) {
        this.window = window;
        this.controls = window.controls();
        this.model = window.sessions()
                .open(site.id(), () -> new PublishViewModel(site, ports, window.navigator(), window.work()));
        pictures = new PlanPictures(window.pictures(), window.work());
        ZoneId zone = ZoneId.systemDefault();
        box = new PublishBox(model, controls, zone, open, this::askWhen).node();
        schedule = new ScheduleBar(model, controls, zone, open, this::askWhen).node();
        Listening.to(
                model.plan().sourceProperty(),
                open,
                () -> pictures.show(model.plan().sourceProperty().get()));
        pictures.show(model.plan().sourceProperty().get());
        plan = plan();
        empty = empty();
        main.setPadding(new Insets(24, 32, 0, 32));
        main.getChildren().setAll(head(), box, schedule, plan, empty);
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox side = new VBox(
                28,
                new AddressPanel(model, controls, zone, open).node(),
                new DeploymentsPanel(model, controls, zone, open).node());
        side.getStyleClass().addAll("side-panel", "publish-side");
        BorderPane panes = new BorderPane(new HBox(main, side));
        panes.setTop(new PublishTopBar(model, controls, window.navigator(), open).node());
        root.getChildren().setAll(panes);
        root.getStyleClass().add("publish-screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        actions = new PublishActions(model, new Asks()).all();
        Listening.to(window.sessions().byItselfProperty(), open, model::happenedByItself);
        Listening.to(model.stateProperty(), open, this::show);
        Listening.to(model.summaryProperty(), open, this::show);
        show();
        model.opened();
        if (!model.isPublishing()) {
            model.load();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    /// What can be done here.
    public Actions actions() {
        return actions;
    }

    /// The state behind the screen, for tests.
    PublishViewModel model() {
        return model;
    }

    @Override
    public void close() {
        open.close();
        pictures.close();
        model.close();
        window.sessions().leave(model.siteProperty().get().id(), model);
    }

    private Node head() {
        TargetChooser chooser = new TargetChooser(model, controls, open, new TargetChooser.Asks() {
            @Override
            public void add() {
                ask(model.newTarget());
            }

            @Override
            public void change(Target target) {
                ask(model.changeTarget(target));
            }
        });
        HBox head = Controls.row(10, Controls.label("Publish", "page-title"), Controls.spring(), chooser.node());
        head.setMinHeight(32);
        return head;
    }

    private void askWhen() {
        if (model.targets().chosen().isPresent()) {
            new ScheduleDialog(root, model.schedule(), controls, ZoneId.systemDefault()).show();
        }
    }

    /// What the screen itself does when an action is called.
    private final class Asks implements PublishActions.Asks {
        @Override
        public void back() {
            window.navigator()
                    .open(new Destination.Editor(model.siteProperty().get().id()));
        }

        @Override
        public void addTarget() {
            ask(model.newTarget());
        }

        @Override
        public void changeTarget() {
            model.targets().chosen().ifPresent(target -> ask(model.changeTarget(target)));
        }

        @Override
        public void schedule() {
            askWhen();
        }

        @Override
        public void shortcuts() {
            KeyboardSheet.show(actions, controls, root);
        }

        @Override
        public void page() {
            PlanRow row = list.getSelectionModel().getSelectedItem();
            if (isPage(row)) {
                look(row);
            }
        }

        @Override
        public ObservableBooleanValue pageIsChosen() {
            var chosen = list.getSelectionModel().selectedItemProperty();
            return Bindings.createBooleanBinding(() -> isPage(chosen.get()), chosen);
        }
    }

    private void ask(TargetFormViewModel form) {
        new TargetDialog(root, form, controls, model.targets()::saved).show();
    }

    private VBox plan() {
        Button again = controls.button("Compare again", "refresh-cw", "flat", "small");
        again.setId("compare");
        Controls.name(again, "Ask the host anew what would change", "F5");
        again.setOnAction(event -> model.compare());
        Listening.to(model.stateProperty(), open, () -> again.setDisable(model.isPublishing()));
        HBox head = Controls.row(12, Controls.label("What changes", "group-title"), changes, Controls.spring(), again);
        list.setItems(model.rows());
        list.getStyleClass().add("plan-list");
        list.setId("plan");
        list.setFixedCellSize(PlanCell.HEIGHT);
        list.setAccessibleText("What changes");
        list.setCellFactory(view -> new PlanCell(controls, pictures, this::look));
        // The list itself would take Enter for its own.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(8, head, list);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private static boolean isPage(@Nullable PlanRow row) {
        return row != null && row.kind() == PlanRow.Kind.PAGE;
    }

    private void look(PlanRow row) {
        new PagePreview(root, row, controls, pictures).show();
    }

    private Node empty() {
        Button add = controls.button("Add a target", "plus", "accent", "large");
        add.setId("first-target");
        add.setOnAction(event -> ask(model.newTarget()));
        Label text = Controls.label(
                "A folder or zip file of this computer, a server, a git branch, Amazon S3, Vercel or Heroku. "
                        + "Nothing is sent before you say so.",
                "lead");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(
                14,
                controls.icons().of("cloud-upload", 40),
                Controls.label("Where should this site go?", "empty-title"),
                text,
                add);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show() {
        PublishState state = model.stateProperty().get();
        Controls.show(empty, state instanceof PublishState.NoTarget);
        Controls.show(plan, !model.rows().isEmpty());
        changes.setText(words(model.summaryProperty().get(), state instanceof PublishState.Published));
    }

    private static String words(Summary summary, boolean done) {
        String goes = summary.go() == 0 || done ? "" : ", " + summary.go() + (summary.go() == 1 ? " goes" : " go");
        String stays = summary.stay() == 0
                ? ""
                : ", " + summary.stay() + (summary.stay() == 1 ? " stays as it is" : " stay as they are");
        return Amounts.files(summary.send()) + (done ? " sent" : " to send") + stays + goes;
    }

    private void pressed(KeyEvent event) {
        Actions.Caret caret =
                event.getTarget() instanceof TextInputControl ? Actions.Caret.TEXT : Actions.Caret.ELSEWHERE;
        if (!Overlay.covers(root) && actions.pressed(event, caret)) {
            event.consume();
        }
    }
}
