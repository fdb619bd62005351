package org.sitewright.ui.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.Effort;
import org.sitewright.publish.HostPrices;
import org.sitewright.publish.Target;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// The box that publishing happens in: what is to be done, how far it is, how it ended.
final class PublishBox {
    private final PublishViewModel model;
    private final Controls controls;
    private final Runnable later;
    private final VBox root = new VBox();
    private final VBox content = new VBox(14);
    private final PublishLog log;
    private final StepLine steps;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label figures = Controls.label("", "muted");

    /// @param later asks when the site is to be published
    PublishBox(PublishViewModel model, Controls controls, ZoneId zone, Subscription open, Runnable later) {
        this.model = model;
        this.controls = controls;
        this.later = later;
        log = new PublishLog(model.sending().log(), zone);
        steps = new StepLine(controls);
        open.add(log::close);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much is published");
        content.setPadding(new Insets(16, 20, 16, 20));
        root.getStyleClass().add("publish-box");
        root.setId("publish-box");
        root.getChildren().setAll(content, log.node());
        Listening.to(model.stateProperty(), open, this::show);
        Listening.to(model.deployments(), open, this::showAgain);
        Listening.to(model.schedule().currentProperty(), open, this::showAgain);
        Listening.to(model.sending().changesProperty(), open, this::showProgress);
        show();
    }

    /// Whether there is something to promote is known with the deployments.
    private void showAgain() {
        PublishState state = model.stateProperty().get();
        if (state instanceof PublishState.UpToDate || state instanceof PublishState.Ready) {
            show();
        }
    }

    Node node() {
        return root;
    }

    private void show() {
        PublishState state = model.stateProperty().get();
        boolean active = state instanceof PublishState.Publishing;
        root.getStyleClass().remove("active");
        if (active) {
            root.getStyleClass().add("active");
        }
        Controls.show(root, !(state instanceof PublishState.NoTarget));
        Controls.show(log.node(), showsLog(state) && !model.sending().log().isEmpty());
        content.getChildren()
                .setAll(
                        switch (state) {
                            case PublishState.Loading loading -> waiting("Reading targets and deployments");
                            case PublishState.NoTarget none -> List.<Node>of();
                            case PublishState.Comparing comparing -> waiting("Comparing with " + targetName());
                            case PublishState.Ready ready -> ready(ready.question());
                            case PublishState.UpToDate same -> upToDate();
                            case PublishState.Publishing now -> publishing(now);
                            case PublishState.Published done -> published(done);
                            case PublishState.Stopped stopped -> stopped(stopped);
                            case PublishState.Failed failed -> failed(failed);
                        });
        addPromotion(state);
        showProgress();
    }

    /// What is at a staging target can go on to the live one.
    private void addPromotion(PublishState state) {
        Target staging = model.targets().chosenProperty().get();
        boolean settled = state instanceof PublishState.UpToDate || state instanceof PublishState.Published;
        boolean others = state instanceof PublishState.Ready && model.wanted() instanceof Wanted.Newest;
        if (staging == null || !staging.isStaging() || !(settled || others)) {
            return;
        }
        String name = model.targets().live(staging).map(Target::name).orElse("");
        String words = name.isEmpty()
                ? "A staging place whose live one is gone. Search engines are asked to leave it out."
                : "A staging place: search engines are asked to leave it out."
                        + (others
                                ? " Promoting brings what is there now to “" + name + "”, without these changes."
                                : "");
        Button promote = controls.button("Promote to “" + name + "”…", "rocket");
        promote.setId("promote");
        promote.setMnemonicParsing(false);
        Controls.name(promote, "Look at what would change at “" + name + "”", "");
        promote.setOnAction(event -> model.planPromotion());
        boolean staged = model.deployments().stream()
                .anyMatch(each -> each.target().equals(staging.id()) && each.status() == DeploymentStatus.COMPLETED);
        Controls.show(promote, !name.isEmpty() && staged);
        Label label = Controls.label(words, "muted");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        content.getChildren().add(Controls.row(12, label, promote));
    }

    private static boolean showsLog(PublishState state) {
        return state instanceof PublishState.Publishing
                || state instanceof PublishState.Published
                || state instanceof PublishState.Stopped
                || (state instanceof PublishState.Failed failed && failed.sending());
    }

    private String targetName() {
        return model.targets().chosen().map(Target::name).orElse("the target");
    }

    private List<Node> waiting(String words) {
        return List.of(Controls.row(10, Spinner.of(16), Controls.label(words, "group-title")));
    }

    private List<Node> ready(PublishState.Question question) {
        Summary summary = model.summaryProperty().get();
        String title = summary.send() > 0
                ? Amounts.files(summary.send()) + " to send"
                : Amounts.files(summary.go()) + " to remove";
        String more = summary.send() > 0 ? Amounts.size(summary.bytes()) : "nothing to send";
        Button publish = controls.primary(WantedWords.act(model.wanted()), "cloud-upload");
        publish.setId("publish-now");
        Controls.name(publish, "Publish", "Ctrl+Shift+P");
        publish.setOnAction(event -> model.publish());
        List<Node> nodes = new ArrayList<>();
        String meaning = WantedWords.meaning(model.wanted());
        if (!meaning.isEmpty()) {
            Button instead = controls.button("Keep what is live", "", "flat");
            instead.setId("not-back");
            instead.setOnAction(event -> model.compare());
            nodes.add(Controls.row(12, Controls.label(meaning, "muted"), Controls.spring(), instead));
        }
        nodes.add(Controls.row(
                12,
                Controls.label(title, "group-title"),
                Controls.label(more, "muted"),
                Controls.spring(),
                later(model.wanted() instanceof Wanted.Newest),
                publish));
        addEffort(nodes);
        if (!question.otherSite().isEmpty()) {
            CheckBox agree = new CheckBox("This site replaces the other one");
            agree.setId("agree-other-site");
            agree.selectedProperty().bindBidirectional(model.agreeOtherSiteProperty());
            publish.disableProperty().bind(model.agreeOtherSiteProperty().not());
            nodes.add(asked(question.otherSite() + " Its pages would go. Choose another target, or agree.", agree));
        }
        if (question.deletes() > 0) {
            CheckBox agree = new CheckBox("Remove these " + question.deletes() + " files");
            agree.setId("agree-deletes");
            agree.selectedProperty().bindBidirectional(model.agreeDeletesProperty());
            nodes.add(asked(
                    question.deletes() + " files that the site no longer has are unusually many. "
                            + "Unless you agree, they stay at the host.",
                    agree));
        }
        return nodes;
    }

    private Button later(boolean shown) {
        Button button = controls.button("Later…", "clock");
        button.setId("publish-later");
        Controls.name(button, "Publish at a time that you choose", "Ctrl+L");
        button.setOnAction(event -> later.run());
        Controls.show(button, shown && model.schedule().currentProperty().get() == null);
        return button;
    }

    private void addEffort(List<Node> nodes) {
        Effort effort = model.plan().effortProperty().get();
        String asks = model.targets()
                .chosen()
                .filter(target -> HostPrices.countsRequests(target.settings()))
                .map(target -> Summary.effort(effort))
                .orElse("");
        String price = model.targets()
                .chosen()
                .map(target -> Summary.price(effort, target.settings()))
                .orElse("");
        if (!asks.isEmpty()) {
            Label words = Controls.label(price.isEmpty() ? asks : asks + ". " + price + ".", "meta");
            words.setId("effort");
            words.setWrapText(true);
            nodes.add(words);
        }
    }

    private Node asked(String words, CheckBox agree) {
        Label label = Controls.label(words);
        label.setWrapText(true);
        VBox text = new VBox(8, label, agree);
        HBox.setHgrow(text, Priority.ALWAYS);
        return message("warning", "triangle-alert", text);
    }

    private Node message(String tone, String icon, Node text) {
        HBox box = Controls.row(10, controls.icons().of(icon), text);
        box.getStyleClass().addAll("message", tone);
        return box;
    }

    private List<Node> upToDate() {
        if (!(model.wanted() instanceof Wanted.Newest)) {
            return alreadyThere(model.wanted());
        }
        Button again = controls.button("Compare again", "refresh-cw");
        again.setOnAction(event -> model.compare());
        return List.of(
                headline("success-text", "circle-check", "Up to date", "", later(true), again),
                Controls.row(
                        6, Controls.label("Everything is at " + targetName() + " as it is here.", "muted"), link()));
    }

    private List<Node> alreadyThere(Wanted wanted) {
        Button instead = controls.button("Compare with the site as it is here", "refresh-cw");
        instead.setId("not-back");
        instead.setOnAction(event -> model.compare());
        return List.of(
                headline("success-text", "circle-check", WantedWords.alreadyTitle(wanted), "", instead),
                Controls.row(6, Controls.label(WantedWords.already(wanted, targetName()), "muted"), link()));
    }

    private List<Node> publishing(PublishState.Publishing now) {
        Button cancel = controls.button(now.stopping() ? "Stopping…" : "Cancel", "", "small");
        cancel.setId("cancel");
        cancel.setDisable(now.stopping());
        Controls.name(cancel, "Stop after the files that are under way", "");
        cancel.setOnAction(event -> model.cancel());
        steps.clear();
        HBox head = Controls.row(
                12,
                Controls.label("Publishing version " + now.version(), "group-title"),
                Controls.spring(),
                figures,
                cancel);
        return List.of(head, bar, steps.node());
    }

    private void showProgress() {
        if (!model.isPublishing()) {
            return;
        }
        Sending sending = model.sending();
        Controls.show(log.node(), !sending.log().isEmpty());
        bar.setProgress(sending.fraction());
        steps.show(sending);
        String left = Amounts.left(sending.spent(), sending.bytesDone(), sending.bytes());
        figures.setText(
                sending.files() == 0
                        ? ""
                        : sending.filesDone() + " of " + Amounts.files(sending.files()) + ", "
                                + Amounts.size(sending.bytesDone()) + " of " + Amounts.size(sending.bytes())
                                + (left.isEmpty() ? "" : ", " + left));
    }

    private List<Node> published(PublishState.Published done) {
        Deployment deployment = done.deployment();
        Instant ended = Objects.requireNonNullElse(deployment.completedAt(), deployment.createdAt());
        String removed = deployment.sent().deleted() > 0
                ? ", " + Amounts.files(deployment.sent().deleted()) + " removed"
                : "";
        String words = "Version " + deployment.version() + ": "
                + Amounts.files(deployment.sent().files()) + ", "
                + Amounts.size(deployment.sent().bytes()) + removed + ", in "
                + Amounts.duration(Duration.between(deployment.createdAt(), ended));
        List<Node> nodes = new ArrayList<>();
        nodes.add(headline("success-text", "circle-check", "Published", words));
        if (!model.siteAddress().isEmpty()) {
            nodes.add(Controls.row(6, Controls.label("Visitors find it at", "muted"), link()));
        }
        for (String warning : done.warnings()) {
            Label label = Controls.label(warning);
            label.setWrapText(true);
            HBox.setHgrow(label, Priority.ALWAYS);
            nodes.add(message("warning", "triangle-alert", label));
        }
        return nodes;
    }

    private List<Node> stopped(PublishState.Stopped stopped) {
        Button on = controls.primary("Go on", "cloud-upload");
        on.setId("try-again");
        on.setOnAction(event -> model.tryAgain());
        String words = stopped.of() == 0
                ? "before anything was sent"
                : "after " + stopped.sent() + " of " + Amounts.files(stopped.of());
        return List.of(
                headline("muted", "circle-alert", "Stopped", words, on),
                Controls.label("What visitors see is whole. Publishing again goes on from here.", "muted"));
    }

    private List<Node> failed(PublishState.Failed failed) {
        Button again = controls.primary("Try again", "refresh-cw");
        again.setId("try-again");
        again.setOnAction(event -> model.tryAgain());
        Label happened = Controls.label(failed.trouble().happened(), "strong");
        happened.setWrapText(true);
        Label remedy = Controls.label(failed.trouble().remedy());
        remedy.setWrapText(true);
        VBox text =
                new VBox(4, happened, remedy, Controls.label(failed.trouble().code(), "mono", "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        String title = failed.sending() ? "Not published" : "Cannot compare";
        String words = failed.sending() ? "what visitors see is whole" : "";
        return List.of(headline("danger-text", "circle-alert", title, words, again), message("danger", "info", text));
    }

    private HBox headline(String tone, String icon, String title, String words, Node... actions) {
        Label name = Controls.label(title, "group-title", tone);
        name.setGraphicTextGap(8);
        name.setGraphic(controls.icons().of(icon, 18));
        HBox row = Controls.row(12, name, Controls.label(words, "muted"), Controls.spring());
        row.getChildren().addAll(actions);
        row.setMinHeight(32);
        return row;
    }

    private Node link() {
        Hyperlink link = new Hyperlink(model.siteAddress().replaceFirst("^https?://", ""));
        link.setId("open-site");
        link.setGraphic(controls.icons().of("external-link", 14));
        link.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        link.getStyleClass().add("publish-link");
        link.setOnAction(event -> model.lookAtSite());
        Controls.name(link, "Open " + model.siteAddress() + " in the browser", "");
        Controls.show(link, !model.siteAddress().isEmpty());
        return link;
    }
}
