package org.sitewright.ui.publish;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Actions.Action;
import org.sitewright.ui.control.Actions.When;

/// What can be done on the publish screen, in one list for its keys, its sheet of shortcuts and the palette.
final class PublishActions {
    private static final String GROUP = "Publish";
    private static final String HOST = "Target";

    private final PublishViewModel model;
    private final Actions all = new Actions();

    /// What the screen itself does.
    interface Asks {
        void back();

        void addTarget();

        void changeTarget();

        void schedule();

        void shortcuts();

        /// Shows the chosen page of the plan before and after.
        void page();

        /// Whether a page of the plan is chosen.
        ObservableBooleanValue pageIsChosen();
    }

    PublishActions(PublishViewModel model, Asks asks) {
        this.model = model;
        add("publish.now", "Publish", GROUP, "Shortcut+Shift+P", model::publish, may());
        add("publish.later", "Publish later…", GROUP, "Shortcut+L", asks::schedule, chosen());
        add("publish.cancel", "Stop publishing", GROUP, "", model::cancel, publishing());
        add("publish.compare", "Compare again", GROUP, "F5", model::compare, idle());
        add("publish.promote", "Promote to the live target…", GROUP, "", model::planPromotion, staging());
        add("publish.look", "Open the site", GROUP, "Shortcut+O", model::lookAtSite, chosen());
        add("target.test", "Test the connection", HOST, "", model.targets()::test, chosen());
        add("target.add", "Add a target", HOST, "", asks::addTarget, idle());
        add("target.change", "Change the target…", HOST, "", asks::changeTarget, chosen());
        add(
                "target.check",
                "Check what somebody else changed at the host",
                HOST,
                "",
                () -> model.targets().chosen().ifPresent(model.look()::checkHost),
                chosen());
        add("publish.page", "Look at a page before and after", GROUP, "Enter", asks::page, asks.pageIsChosen());
        all.add("publish.shortcuts", "Keyboard shortcuts", GROUP, "?", When.NOT_TYPING, asks::shortcuts);
        all.add("publish.back", "Back to the editor", GROUP, "Esc", When.ALWAYS, asks::back);
    }

    Actions all() {
        return all;
    }

    private void add(String id, String label, String group, String keys, Runnable run, ObservableBooleanValue enabled) {
        all.add(new Action(id, label, group, Actions.combination(keys), When.ALWAYS, run, enabled));
    }

    private ObservableBooleanValue may() {
        return Bindings.createBooleanBinding(model::mayPublish, model.stateProperty(), model.agreeOtherSiteProperty());
    }

    private ObservableBooleanValue publishing() {
        return Bindings.createBooleanBinding(model::isPublishing, model.stateProperty());
    }

    private ObservableBooleanValue idle() {
        return Bindings.createBooleanBinding(() -> !model.isPublishing(), model.stateProperty());
    }

    private ObservableBooleanValue chosen() {
        return Bindings.createBooleanBinding(
                () -> model.targets().chosen().isPresent(), model.targets().chosenProperty());
    }

    private ObservableBooleanValue staging() {
        return Bindings.createBooleanBinding(
                () -> !model.isPublishing()
                        && model.targets()
                                .chosen()
                                .flatMap(model.targets()::live)
                                .isPresent(),
                model.stateProperty(),
                model.targets().chosenProperty(),
                model.targets().list());
    }
}
