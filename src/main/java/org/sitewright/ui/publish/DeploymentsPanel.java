package org.sitewright.ui.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.DeploymentId;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// Every publish of the site, newest first.
final class DeploymentsPanel {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final double ROW = 48;

    private final PublishViewModel model;
    private final Controls controls;
    private final ZoneId zone;
    private final ListView<Deployment> list;
    private final Label none = Controls.label("Each publish is kept here, with what it sent and how it ended.", "meta");
    private final Label count = Controls.label("", "muted");
    private final VBox root;

    DeploymentsPanel(PublishViewModel model, Controls controls, ZoneId zone, Subscription open) {
        this.model = model;
        this.controls = controls;
        this.zone = zone;
        list = new ListView<>(model.deployments());
        list.getStyleClass().add("plan-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText("Deployments");
        list.setCellFactory(view -> new Row());
        VBox.setVgrow(list, Priority.ALWAYS);
        none.setWrapText(true);
        HBox head = Controls.row(8, Controls.label("Deployments", "group-title"), Controls.spring(), count, check());
        head.setMinHeight(32);
        root = new VBox(10, head, new AnswerBox(model.look(), controls, open).node(), list, none);
        VBox.setVgrow(root, Priority.ALWAYS);
        Listening.to(model.deployments(), open, this::show);
        Listening.to(model.stateProperty(), open, list::refresh);
        Listening.to(model.targets().list(), open, list::refresh);
        show();
    }

    private Button check() {
        Button check = controls.iconButton("Check what somebody else changed at the host", "shield-check", "");
        check.setId("check-host");
        check.setOnAction(event -> model.targets().chosen().ifPresent(model.look()::checkHost));
        return check;
    }

    private ContextMenu menu(Deployment item) {
        MenuItem visit = new MenuItem("Open the site", controls.icons().of("external-link"));
        visit.setDisable(item.url().isEmpty());
        visit.setOnAction(event -> model.lookAtSite());
        MenuItem changed =
                new MenuItem("What this version changed", controls.icons().of("list"));
        Optional<Integer> before = before(item);
        changed.setDisable(before.isEmpty());
        changed.setOnAction(event -> target(item)
                .ifPresent(
                        target -> before.ifPresent(version -> model.look().compare(target, version, item.version()))));
        MenuItem back =
                new MenuItem("Bring this version back…", controls.icons().of("undo-2"));
        back.setDisable(item.status() != DeploymentStatus.COMPLETED
                || live(item.target()).filter(item.id()::equals).isPresent()
                || target(item).isEmpty()
                || model.isPublishing());
        back.setOnAction(event -> model.planRollback(item));
        return new ContextMenu(visit, changed, back);
    }

    private Optional<Target> target(Deployment item) {
        return model.targets().list().stream()
                .filter(target -> target.id().equals(item.target()))
                .findFirst();
    }

    /// The version that was live at the same target before this one.
    private Optional<Integer> before(Deployment item) {
        if (item.status() != DeploymentStatus.COMPLETED) {
            return Optional.empty();
        }
        return model.deployments().stream()
                .filter(each -> each.target().equals(item.target())
                        && each.status() == DeploymentStatus.COMPLETED
                        && each.version() < item.version())
                .findFirst()
                .map(Deployment::version);
    }

    Node node() {
        return root;
    }

    private void show() {
        boolean empty = model.deployments().isEmpty();
        Controls.show(list, !empty);
        Controls.show(none, empty);
        count.setText(empty ? "" : "All " + model.deployments().size());
    }

    /// The deployment that visitors of its target see.
    private Optional<DeploymentId> live(TargetId target) {
        return model.deployments().stream()
                .filter(each -> each.target().equals(target) && each.status() == DeploymentStatus.COMPLETED)
                .findFirst()
                .map(Deployment::id);
    }

    private String where(TargetId id) {
        return model.targets().list().stream()
                .filter(target -> target.id().equals(id))
                .map(Target::name)
                .findFirst()
                .orElse("a removed target");
    }

    private final class Row extends ListCell<Deployment> {
        private final Label version = Controls.label("", "strong");
        private final Label when = Controls.label("");
        private final Label what = Controls.label("", "meta");
        private final HBox state = new HBox();
        private final Button more;
        private final HBox row;

        private Row() {
            version.setMinWidth(28);
            VBox text = new VBox(1, when, what);
            text.setAlignment(Pos.CENTER_LEFT);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            state.setAlignment(Pos.CENTER_RIGHT);
            more = controls.iconButton("What can be done with this version", "ellipsis", "");
            more.setOnAction(event -> {
                if (getItem() != null) {
                    menu(getItem()).show(more, Side.BOTTOM, 0, 0);
                }
            });
            row = Controls.row(8, version, text, state, more);
            row.getStyleClass().add("publish-deployment");
            row.setMinWidth(0);
            row.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Deployment item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setContextMenu(null);
                return;
            }
            version.setText(String.valueOf(item.version()));
            when.setText(WHEN.format(item.createdAt().atZone(zone)));
            what.setText(words(item));
            what.getStyleClass().remove("danger-text");
            if (item.status() == DeploymentStatus.FAILED) {
                what.getStyleClass().add("danger-text");
            }
            setTooltip(item.error().isEmpty() ? null : new Tooltip(item.error()));
            Label badge = badge(item);
            state.getChildren().clear();
            if (badge != null) {
                state.getChildren().add(badge);
            }
            more.setId("deployment-" + item.version());
            setOnContextMenuRequested(event -> menu(item).show(this, event.getScreenX(), event.getScreenY()));
            setGraphic(row);
        }

        private String words(Deployment item) {
            if (item.status() == DeploymentStatus.FAILED) {
                return item.error();
            }
            Instant ended = item.completedAt();
            String to = model.targets().list().size() > 1 || !isHere(item) ? " to " + where(item.target()) : "";
            String back = item.restored() > 0 ? "Version " + item.restored() + " again, " : "";
            return ended == null
                    ? (isNow(item) ? "Now" : "Not finished") + to
                    : back + Amounts.files(item.sent().files()) + " in "
                            + Amounts.duration(Duration.between(item.createdAt(), ended)) + to;
        }

        private boolean isNow(Deployment item) {
            return model.isPublishing() && item.equals(model.deployments().getFirst());
        }

        private boolean isStaging(Deployment item) {
            return target(item).filter(Target::isStaging).isPresent();
        }

        private boolean isHere(Deployment item) {
            return model.targets().list().stream()
                    .anyMatch(target -> target.id().equals(item.target()));
        }

        private @Nullable Label badge(Deployment item) {
            return switch (item.status()) {
                case COMPLETED ->
                    Objects.equals(live(item.target()).orElse(null), item.id())
                            ? Controls.badge(
                                    isStaging(item) ? "Staged" : "Live", isStaging(item) ? "accent" : "success")
                            : null;
                case FAILED -> Controls.badge("Failed", "danger");
                case PENDING, PUBLISHING ->
                    isNow(item) ? Controls.badge("Publishing", "accent") : Controls.badge("Unfinished", "warning");
            };
        }
    }
}
