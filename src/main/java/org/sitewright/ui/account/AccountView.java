package org.sitewright.ui.account;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.Session;
import org.sitewright.ui.control.Avatar;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;

/// The first screen: make an account for this computer, or sign in to one that is here.
public final class AccountView implements Screen {
    private static final Map<Account.UserType, String> ICONS = Map.of(
            Account.UserType.FREELANCER, "pen-tool",
            Account.UserType.STUDENT, "graduation-cap",
            Account.UserType.BUSINESS, "store",
            Account.UserType.STARTUP, "rocket");

    /// More accounts than these scroll.
    private static final int MOST_PEOPLE = 4;

    private final AccountViewModel model;
    private final Controls controls;
    private final HBox root = new HBox();
    private final VBox form = new VBox(16);
    private final TextField name = new TextField();
    private final TextField email = new TextField();
    private final PasswordField password = new PasswordField();

    /// @param stage what stands beside the form
    /// @param welcome called when somebody has signed in
    public AccountView(
            AccountGate gate, Work work, Controls controls, Look look, Node stage, Consumer<Session.SignedIn> welcome) {
        this.model = new AccountViewModel(gate, work, welcome);
        this.controls = controls;
        name.setId("name");
        email.setId("email");
        password.setId("password");
        for (TextField field : new TextField[] {name, email, password}) {
            field.getStyleClass().add("large");
        }
        name.textProperty().bindBidirectional(model.nameProperty());
        email.textProperty().bindBidirectional(model.emailProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        password.setOnAction(event -> model.go());
        form.setMaxWidth(400);
        form.setMinWidth(400);
        VBox left =
                new VBox(Brand.of(), Controls.spring(), form, Controls.spring(), new LookChoice(look, controls).node());
        left.setPadding(new Insets(48, 80, 28, 80));
        left.setMinWidth(560);
        left.getStyleClass().add("first-run");
        HBox.setHgrow(stage, Priority.ALWAYS);
        root.getChildren().setAll(left, stage);
        model.creatingProperty().addListener((property, before, after) -> build());
        model.loadedProperty().addListener((property, before, after) -> build());
        model.load();
        build();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        password.clear();
    }

    private void build() {
        if (!model.loadedProperty().get()) {
            form.getChildren().clear();
            return;
        }
        if (model.creatingProperty().get()) {
            buildCreate();
        } else {
            buildSignIn();
        }
    }

    private void buildCreate() {
        HBox who = new HBox(12, grow(Controls.field("Name", name)), grow(Controls.field("Email", email)));
        form.getChildren()
                .setAll(
                        heading(
                                "Your sites live on this laptop",
                                "Make an account for this computer. No server, no mail to confirm; it works on a train."),
                        who,
                        passwordField(),
                        userTypes(),
                        problem(),
                        go("Create account"));
        if (!model.accounts().isEmpty()) {
            form.getChildren().add(link("Sign in to an account that is here", false));
        }
        name.requestFocus();
    }

    private void buildSignIn() {
        VBox people = new VBox(8);
        ToggleGroup group = new ToggleGroup();
        for (Account account : model.accounts()) {
            ToggleButton row = new ToggleButton();
            Label who = Controls.label(account.name(), "emphasis");
            Label address = Controls.label(account.email(), "meta");
            VBox words = new VBox(2, who, address);
            words.setAlignment(Pos.CENTER_LEFT);
            row.setGraphic(Controls.row(12, Avatar.of(account.name(), true), words));
            row.getStyleClass().add("account-row");
            row.setToggleGroup(group);
            row.setAccessibleText(account.name());
            row.setSelected(account.email().equals(model.emailProperty().get()));
            row.setOnAction(event -> {
                row.setSelected(true);
                model.emailProperty().set(account.email());
                password.requestFocus();
            });
            people.getChildren().add(row);
        }
        ScrollPane scroll = new ScrollPane(people);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_PEOPLE * 68);
        scroll.setMinHeight(Math.min(MOST_PEOPLE, model.accounts().size()) * 68 - 8);
        form.getChildren()
                .setAll(
                        heading("Welcome back", "Choose who you are and write your password."),
                        scroll,
                        Controls.field("Password", password),
                        problem(),
                        go("Sign in"),
                        link("Make another account", true));
        password.requestFocus();
    }

    private static VBox heading(String title, String lead) {
        Label text = Controls.label(lead, "lead");
        text.setWrapText(true);
        VBox box = new VBox(8, Controls.label(title, "display-title"), text);
        box.setPadding(new Insets(0, 0, 16, 0));
        return box;
    }

    private Node passwordField() {
        HBox meters = new HBox(4);
        for (int i = 0; i < 4; i++) {
            Region meter = new Region();
            meter.getStyleClass().add("meter");
            HBox.setHgrow(meter, Priority.ALWAYS);
            meters.getChildren().add(meter);
        }
        HBox.setHgrow(meters, Priority.ALWAYS);
        meters.setAlignment(Pos.CENTER);
        Label verdict = Controls.label("At least 8 characters", "meta");
        Runnable show = () -> {
            int strength = AccountViewModel.strength(password.getText());
            String tone = strength <= 1 ? "weak" : strength == 2 ? "fair" : "strong";
            for (int i = 0; i < 4; i++) {
                meters.getChildren().get(i).getStyleClass().setAll("meter", i < strength ? tone : "empty-meter");
            }
            verdict.setText(
                    switch (strength) {
                        case 0 -> "At least 8 characters";
                        case 1 -> "Too short";
                        case 2 -> "Fair";
                        default -> "Strong, " + password.getText().length() + " characters";
                    });
        };
        password.textProperty().addListener((property, before, after) -> show.run());
        show.run();
        VBox box = Controls.field("Password", password);
        box.getChildren().add(Controls.row(10, meters, verdict));
        box.setSpacing(6);
        return box;
    }

    private Node userTypes() {
        GridPane grid = new GridPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        int at = 0;
        for (Account.UserType type : new Account.UserType[] {
            Account.UserType.FREELANCER, Account.UserType.STUDENT, Account.UserType.BUSINESS, Account.UserType.STARTUP
        }) {
            String words = type.name().charAt(0) + type.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            ToggleButton card = new ToggleButton(words, controls.icons().of(String.valueOf(ICONS.get(type))));
            card.getStyleClass().add("choice-card");
            card.setToggleGroup(group);
            card.setSelected(type == model.userTypeProperty().get());
            card.setPrefWidth(196);
            card.setOnAction(event -> {
                card.setSelected(true);
                model.userTypeProperty().set(type);
            });
            grid.add(card, at % 2, at / 2);
            at++;
        }
        return Controls.field("I am a", grid);
    }

    private Node problem() {
        Label label = Controls.label("", "field-error");
        label.setId("account-problem");
        label.setWrapText(true);
        label.textProperty().bind(model.problemProperty());
        label.visibleProperty().bind(model.problemProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Button go(String words) {
        Button button = controls.button(words, "", "accent", "large");
        button.setId("go");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setDefaultButton(true);
        button.disableProperty().bind(model.busyProperty());
        button.textProperty()
                .bind(Bindings.when(model.busyProperty()).then("One moment…").otherwise(words));
        button.setOnAction(event -> model.go());
        return button;
    }

    private Node link(String words, boolean create) {
        Button link = controls.button(words, "", "link");
        link.setOnAction(event -> {
            password.clear();
            if (create) {
                model.emailProperty().set("");
            } else {
                model.emailProperty().set(model.accounts().getFirst().email());
            }
            model.creatingProperty().set(create);
        });
        HBox row = new HBox(link);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
