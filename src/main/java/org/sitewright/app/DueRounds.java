package org.sitewright.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitewright.publish.DuePublishes;
import org.sitewright.publish.DuePublishes.Ended;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.site.SiteListing;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import org.sitewright.work.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what a time was chosen for while somebody is signed in, and says so.
final class DueRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Workspace workspace;
    private final SignInGate gate;
    private final Consumer<News> told;
    private final DuePublishes due;
    private final CancelToken cancel = new CancelToken();
    private final Recurring rounds;

    /// Something that ended.
    ///
    /// @param words for the person; empty for what is tried again by itself
    record News(ScheduledPublish scheduled, String words) {}

    /// @param told called on the thread of the rounds
    DueRounds(Workspace workspace, SignInGate gate, Consumer<News> told) {
        this.workspace = workspace;
        this.gate = gate;
        this.told = told;
        this.due = workspace.duePublishes(workspace.openTargets(gate::vault), GRACE);
        this.rounds = Recurring.every(LOOK, fault -> LOG.warn("A planned publish failed; it is tried again", fault))
                .start(this::round);
    }

    private void round() {
        Optional<UserId> user = gate.user();
        if (user.isPresent() && !cancel.isCancelled()) {
            due.round(user.get(), Progress.NONE, cancel)
                    .forEach(ended -> told.accept(new News(ended.scheduled(), words(ended))));
        }
    }

    private String words(Ended ended) {
        String site = workspace
                .sites()
                .listing(ended.scheduled().site())
                .map(SiteListing::name)
                .orElse("A site");
        return switch (ended) {
            case Ended.Later later -> "";
            case Ended.Missed missed ->
                "“" + site + "” was not published at its time: "
                        + missed.scheduled().note();
            case Ended.Failed failed ->
                "“" + site + "” was not published at its time: "
                        + failed.scheduled().note();
            case Ended.Done done -> words(site, done.result());
        };
    }

    private static String words(String site, PublishResult result) {
        return switch (result) {
            case PublishResult.Published published ->
                "“" + site + "” was published at its time, as version "
                        + published.deployment().version();
            case PublishResult.UpToDate same -> "“" + site + "” was up to date at the time chosen";
            case PublishResult.Refused(PublishFailure failure, var deployment) ->
                "“" + site + "” was not published at its time: " + failure.happened();
        };
    }

    /// Stops what runs: it is due again at the next start.
    @Override
    public void close() {
        cancel.cancel();
        rounds.close();
    }
}
