package org.sitewright.ui.publish;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.site.Site;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.publish.PublishState.Question;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Outcome;

/// Publishing one site: what would change, how far it is, how it ended. The screen's thread owns it.
final class PublishViewModel {
    private final PublishPorts ports;
    private final Navigator navigator;
    private final Work work;
    private final PublishJobs jobs;
    private final TargetsViewModel targets;
    private final ReadOnlyObjectWrapper<PublishState> state = new ReadOnlyObjectWrapper<>(new PublishState.Loading());
    private final ReadOnlyObjectWrapper<Site> site;
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NOTHING);
    private final PlanRows rows = new PlanRows();
    private final Sending sending;
    private final ObservableList<Deployment> deployments = FXCollections.observableArrayList();
    private final BooleanProperty agreeOtherSite = new SimpleBooleanProperty();
    private final BooleanProperty agreeDeletes = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper restoring = new ReadOnlyIntegerWrapper();
    private final ReleaseLook look;
    private final AddressViewModel address;
    private CancelToken underWay = new CancelToken();
    private boolean watched = true;
    private long asked;

    /// The plan in figures.
    ///
    /// @param stay files that the host has already
    record Summary(int send, long bytes, int stay, int go) {
        static final Summary NOTHING = new Summary(0, 0, 0, 0);

        static Summary of(PublishPlan plan) {
            return new Summary(
                    plan.toSend(),
                    plan.bytesToSend(),
                    plan.of(PlannedFile.Change.UNCHANGED).size(),
                    plan.of(PlannedFile.Change.REMOVED).size());
        }
    }

    private record Opening(List<Target> targets, List<Deployment> deployments) {}

    PublishViewModel(Site site, PublishPorts ports, Navigator navigator, Work work) {
        this.ports = ports;
        this.navigator = navigator;
        this.work = work;
        this.site = new ReadOnlyObjectWrapper<>(site);
        this.jobs = new PublishJobs(ports, site.id(), navigator.user());
        this.targets = new TargetsViewModel(ports.places(), navigator, work, ports.clock());
        this.sending = new Sending(ports.clock());
        this.look = new ReleaseLook(jobs, work);
        this.address = new AddressViewModel(ports.places(), ports.deployments(), site.id(), work);
        targets.chosenProperty().addListener((property, before, after) -> address.show(after));
        targets.chosenProperty().addListener((property, before, after) -> compare());
    }

    /// Reads targets and deployments, then compares with the target of the last deployment.
    void load() {
        var user = navigator.user();
        work.<Opening>run(
                (progress, cancel) -> new Opening(ports.places().targets().list(user), jobs.deployments()),
                opening -> {
                    deployments.setAll(opening.deployments());
                    TargetId last = opening.deployments().isEmpty()
                            ? null
                            : opening.deployments().getFirst().target();
                    targets.show(opening.targets(), last);
                    if (opening.targets().isEmpty()) {
                        state.set(new PublishState.NoTarget());
                    }
                },
                fault -> state.set(new PublishState.Failed(Trouble.of(fault), false)));
    }

    ReadOnlyObjectProperty<PublishState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Site> siteProperty() {
        return site.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ObservableList<PlanRow> rows() {
        return rows.list();
    }

    ObservableList<Deployment> deployments() {
        return deployments;
    }

    Sending sending() {
        return sending;
    }

    TargetsViewModel targets() {
        return targets;
    }

    /// Whether the user agrees that this site replaces the other one there.
    BooleanProperty agreeOtherSiteProperty() {
        return agreeOtherSite;
    }

    /// Whether the user agrees that unusually many files go.
    BooleanProperty agreeDeletesProperty() {
        return agreeDeletes;
    }

    boolean isPublishing() {
        return state.get() instanceof PublishState.Publishing;
    }

    TargetFormViewModel newTarget() {
        return new TargetFormViewModel(ports.places(), navigator.user(), work, ports.clock(), null);
    }

    TargetFormViewModel changeTarget(Target target) {
        return new TargetFormViewModel(ports.places(), navigator.user(), work, ports.clock(), target);
    }

    /// The version that would be brought back; 0 when the site as it is now would be published.
    int restoring() {
        return restoring.get();
    }

    /// What is seen of the public address from outside.
    AddressViewModel address() {
        return address;
    }

    /// What can be learned of the host and of earlier versions.
    ReleaseLook look() {
        return look;
    }

    /// Shows what bringing back a version would change at its target.
    void planRollback(Deployment deployment) {
        if (isPublishing()) {
            return;
        }
        targets.list().stream()
                .filter(target -> target.id().equals(deployment.target()))
                .findFirst()
                .ifPresent(target -> {
                    targets.choose(target);
                    compare(deployment.version());
                });
    }

    /// Asks the host anew what would change.
    void compare() {
        compare(0);
    }

    private void compare(int version) {
        if (isPublishing()) {
            return;
        }
        restoring.set(version);
        look.clear();
        underWay.cancel();
        long number = ++asked;
        rows.clear();
        summary.set(Summary.NOTHING);
        agreeOtherSite.set(false);
        agreeDeletes.set(false);
        Target target = targets.chosenProperty().get();
        if (target == null) {
            state.set(new PublishState.NoTarget());
            return;
        }
        state.set(new PublishState.Comparing());
        underWay = work.<PublishJobs.Compared>start(
                (progress, cancel) ->
                        version == 0 ? jobs.compare(target, cancel) : jobs.compareRelease(target, version, cancel),
                outcome -> {
                    if (number == asked) {
                        compared(outcome);
                    }
                });
    }

    /// Does nothing where there is nothing to publish or consent is missing.
    void publish() {
        Target target = targets.chosenProperty().get();
        if (target == null || !mayPublish()) {
            return;
        }
        Consent consent = new Consent(agreeDeletes.get(), agreeOtherSite.get());
        int version = restoring.get();
        asked++;
        sending.begin();
        state.set(new PublishState.Publishing(nextVersion(), false));
        EventFeed feed = new EventFeed();
        underWay = work.<PublishJobs.Result>start(
                (progress, cancel) -> version == 0
                        ? jobs.publish(target, consent, event -> feed.add(event, progress), cancel)
                        : jobs.rollback(target, version, consent, event -> feed.add(event, progress), cancel),
                (done, total, step) -> feed.drain(this::happened),
                outcome -> {
                    feed.drain(this::happened);
                    ended(outcome);
                });
    }

    /// Whether the button to publish would do something.
    boolean mayPublish() {
        return switch (state.get()) {
            case PublishState.Ready ready -> ready.question().otherSite().isEmpty() || agreeOtherSite.get();
            case PublishState.Failed failed -> failed.sending();
            case PublishState.Stopped stopped -> true;
            case PublishState.Loading loading -> false;
            case PublishState.NoTarget none -> false;
            case PublishState.Comparing comparing -> false;
            case PublishState.UpToDate done -> false;
            case PublishState.Publishing now -> false;
            case PublishState.Published done -> false;
        };
    }

    /// Goes on after a failure.
    void tryAgain() {
        if (mayPublish()) {
            publish();
        } else {
            compare();
        }
    }

    /// Stops after the files that are under way.
    void cancel() {
        if (state.get() instanceof PublishState.Publishing now) {
            underWay.cancel();
            state.set(new PublishState.Publishing(now.version(), true));
        }
    }

    /// Where the site can be looked at; empty when that is not known.
    String siteAddress() {
        return targets.chosen().map(PublishJobs::address).orElse("");
    }

    void lookAtSite() {
        if (!siteAddress().isEmpty()) {
            navigator.browse(siteAddress());
        }
    }

    /// The screen closes. What is published goes on and says when it ends.
    void close() {
        watched = false;
        if (!isPublishing()) {
            underWay.cancel();
            asked++;
        }
        targets.close();
    }

    void opened() {
        watched = true;
    }

    private int nextVersion() {
        return deployments.isEmpty() ? 1 : deployments.getFirst().version() + 1;
    }

    private void compared(Outcome<PublishJobs.Compared> outcome) {
        switch (outcome) {
            case Outcome.Done<PublishJobs.Compared> done -> {
                PublishPlan plan = done.value().plan();
                site.set(done.value().site());
                summary.set(Summary.of(plan));
                rows.show(plan, done.value().site(), PlanRow.State.PLANNED);
                int deletes = plan.deletesMany() ? summary.get().go() : 0;
                state.set(
                        plan.isEmpty() && done.value().otherSite().isEmpty()
                                ? new PublishState.UpToDate()
                                : new PublishState.Ready(
                                        new Question(done.value().otherSite(), deletes)));
            }
            case Outcome.Failed<PublishJobs.Compared> failed ->
                state.set(new PublishState.Failed(Trouble.of(failed.fault()), false));
            case Outcome.Cancelled<PublishJobs.Compared> stopped -> {}
        }
    }

    private void happened(SendEvent event) {
        switch (event) {
            case SendEvent.Built built -> {
                site.set(built.site());
                sending.built(built);
            }
            case SendEvent.Planned planned -> {
                summary.set(Summary.of(planned.plan()));
                rows.show(planned.plan(), site.get(), PlanRow.State.WAITING);
                sending.planned(planned.plan());
            }
            case SendEvent.Began began -> {
                rows.mark(began.path(), PlanRow.State.SENDING);
                sending.began(began);
            }
            case SendEvent.Ended ended -> {
                rows.mark(ended.path(), PlanRow.State.SENT);
                sending.ended(ended);
            }
            case SendEvent.Note note -> {
                sending.note(note.words(), note.at());
                readDeployments();
            }
            case SendEvent.Checking checking -> sending.checking(checking.at());
        }
    }

    private void ended(Outcome<PublishJobs.Result> outcome) {
        switch (outcome) {
            case Outcome.Done<PublishJobs.Result> done -> show(done.value());
            case Outcome.Failed<PublishJobs.Result> failed -> {
                rows.stop();
                state.set(new PublishState.Failed(Trouble.of(failed.fault()), true));
                navigator.tell(failed.fault());
            }
            case Outcome.Cancelled<PublishJobs.Result> stopped -> {
                rows.stop();
                state.set(new PublishState.Stopped(sending.filesDone(), sending.files()));
            }
        }
        readDeployments();
    }

    private void show(PublishJobs.Result result) {
        switch (result.result()) {
            case PublishResult.Published published -> {
                rows.finish(published.deployment().sent().deleted() > 0);
                state.set(
                        new PublishState.Published(published.deployment(), with(published.warnings(), result.doubt())));
                address.refresh();
                tellUnwatched("“" + result.site().name() + "” is published");
            }
            case PublishResult.UpToDate same -> {
                rows.clear();
                state.set(new PublishState.UpToDate());
            }
            case PublishResult.Refused refused -> {
                rows.stop();
                state.set(new PublishState.Failed(Trouble.of(refused.failure()), true));
                tellUnwatched("“" + result.site().name() + "” was not published: "
                        + refused.failure().happened());
            }
        }
    }

    private void tellUnwatched(String words) {
        if (!watched) {
            navigator.tell(words);
        }
    }

    private void readDeployments() {
        work.<List<Deployment>>run((progress, cancel) -> jobs.deployments(), deployments::setAll, navigator::tell);
    }

    private static List<String> with(List<String> warnings, @Nullable String doubt) {
        if (doubt == null) {
            return warnings;
        }
        List<String> all = new java.util.ArrayList<>(warnings);
        all.add(doubt);
        return all;
    }
}
