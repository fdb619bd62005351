package org.sitewright.ui.publish;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Subscription;

/// The bar over the publish screen: way back, where one is, and how far publishing is.
final class PublishTopBar {
    private final PublishViewModel model;
    private final HBox root;
    private final Button look;
    private final Label status = Controls.label("", "publish-status");

    PublishTopBar(PublishViewModel model, Controls controls, Navigator navigator, Subscription open) {
        this.model = model;
        Button back = controls.iconButton("Back to the editor", "chevron-left", "Esc");
        back.setId("back");
        back.setOnAction(event ->
                navigator.open(new Destination.Editor(model.siteProperty().get().id())));
        Label name = Controls.label("", "crumb");
        Listening.to(
                model.siteProperty(),
                open,
                () -> name.setText(model.siteProperty().get().name()));
        name.setText(model.siteProperty().get().name());
        name.setMaxWidth(360);
        look = controls.button("Open the site", "external-link", "flat");
        look.setId("look");
        look.setOnAction(event -> model.lookAtSite());
        status.setGraphic(Spinner.of(14));
        root = Controls.row(
                8,
                back,
                Brand.mark(20),
                Controls.row(6, name, Controls.label("/", "muted"), Controls.label("Publish", "medium")),
                Controls.spring(),
                look,
                status);
        root.getStyleClass().add("top-bar");
        Listening.to(model.stateProperty(), open, this::show);
        Listening.to(model.targets().chosenProperty(), open, this::show);
        Listening.to(model.deployments(), open, this::show);
        Listening.to(model.sending().changesProperty(), open, this::show);
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        boolean publishing = model.isPublishing();
        double fraction = model.sending().fraction();
        Controls.show(status, publishing);
        status.setText(fraction < 0 ? "Publishing" : "Publishing, " + Math.round(fraction * 100) + " %");
        boolean seen = model.deployments().stream()
                .anyMatch(each -> each.status() == org.sitewright.publish.DeploymentStatus.COMPLETED
                        && model.targets()
                                .chosen()
                                .filter(target -> target.id().equals(each.target()))
                                .isPresent());
        Controls.show(look, seen && !model.siteAddress().isEmpty());
    }
}
