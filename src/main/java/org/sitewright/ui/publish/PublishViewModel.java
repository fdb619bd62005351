package org.sitewright.ui.publish;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Deployment;
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
    private final ShownPlan plan;
    private final PlanRows rows;
    private final Sending sending;
    private final ObservableList<Deployment> deployments = FXCollections.observableArrayList();
    private final BooleanProperty agreeOtherSite = new SimpleBooleanProperty();
    private final BooleanProperty agreeDeletes = new SimpleBooleanProperty();
    private Wanted wanted = new Wanted.Newest();
    private final ReleaseLook look;
    private final AddressViewModel address;
    private final ScheduleViewModel schedule;
    private CancelToken underWay = new CancelToken();
    private boolean watched = true;
    private long asked;

    private record Opening(List<Target> targets, List<Deployment> deployments) {}

    PublishViewModel(Site site, PublishPorts ports, Navigator navigator, Work work) {
        this.ports = ports;
        this.navigator = navigator;
        this.work = work;
        this.site = new ReadOnlyObjectWrapper<>(site);
        this.jobs = new PublishJobs(ports, site.id(), navigator.user());
        this.plan = new ShownPlan(work, navigator);
        this.rows = plan.rows();
        this.targets = new TargetsViewModel(ports.places(), navigator, work, ports.clock());
        this.sending = new Sending(ports.clock());
        this.look = new ReleaseLook(jobs, work);
        this.address = new AddressViewModel(ports.places(), ports.deployments(), site.id(), work);
        this.schedule = new ScheduleViewModel(ports.places(), site.id(), navigator, work, ports.clock());
        targets.chosenProperty().addListener((property, before, after) -> address.show(after));
        targets.chosenProperty().addListener((property, before, after) -> schedule.show(after));
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
        return plan.summaryProperty();
    }

    /// The figures and pages of the plan.
    ShownPlan plan() {
        return plan;
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
        return changeTarget(null);
    }

    TargetFormViewModel changeTarget(@Nullable Target target) {
        TargetFormViewModel form =
                new TargetFormViewModel(ports.places(), navigator.user(), work, ports.clock(), target);
        form.offer(targets.list());
        return form;
    }

    /// What would become the live version.
    Wanted wanted() {
        return wanted;
    }

    /// What is seen of the public address from outside.
    AddressViewModel address() {
        return address;
    }

    /// When the site publishes itself.
    ScheduleViewModel schedule() {
        return schedule;
    }

    /// Something was published by itself.
    void happenedByItself() {
        schedule.load();
        if (!isPublishing()) {
            readDeployments();
            compare(wanted);
        }
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
                    compare(new Wanted.Release(deployment.version()));
                });
    }

    /// Shows what promoting what is at the chosen staging target would change at the live one.
    void planPromotion() {
        Target staging = targets.chosenProperty().get();
        if (staging == null || isPublishing()) {
            return;
        }
        targets.live(staging).ifPresent(live -> {
            targets.choose(live);
            compare(new Wanted.Staged(staging));
        });
    }

    /// Asks the host anew what would change.
    void compare() {
        compare(new Wanted.Newest());
    }

    private void compare(Wanted next) {
        if (isPublishing()) {
            return;
        }
        wanted = next;
        look.clear();
        underWay.cancel();
        long number = ++asked;
        plan.clear();
        agreeOtherSite.set(false);
        agreeDeletes.set(false);
        Target target = targets.chosenProperty().get();
        if (target == null) {
            state.set(new PublishState.NoTarget());
            return;
        }
        state.set(new PublishState.Comparing());
        underWay =
                work.<PublishJobs.Compared>start((progress, cancel) -> jobs.compare(target, next, cancel), outcome -> {
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
        Wanted now = wanted;
        asked++;
        plan.release();
        sending.begin();
        state.set(new PublishState.Publishing(nextVersion(), false));
        EventFeed feed = new EventFeed();
        underWay = work.<PublishJobs.Result>start(
                (progress, cancel) -> jobs.publish(target, now, consent, event -> feed.add(event, progress), cancel),
                (done, total, step) -> feed.drain(this::happened),
                outcome -> {
                    feed.drain(this::happened);
                    ended(outcome);
                });
    }

    /// Whether the button to publish would do something.
    boolean mayPublish() {
        return state.get().mayPublish(agreeOtherSite.get());
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
        plan.release();
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
                PublishPlan planned = done.value().planned().plan();
                site.set(done.value().site());
                plan.show(
                        done.value().planned(),
                        done.value().site(),
                        done.value().open());
                int deletes =
                        planned.deletesMany() ? plan.summaryProperty().get().go() : 0;
                state.set(
                        planned.isEmpty() && done.value().otherSite().isEmpty()
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
                plan.show(planned.plan(), site.get(), PlanRow.State.WAITING);
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
                state.set(new PublishState.Published(published.deployment(), published.warnings()));
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
}
