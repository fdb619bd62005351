package org.sitewright.ui.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.Drift;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.Promotion;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Release;
import org.sitewright.publish.ReleaseHistory;
import org.sitewright.publish.RollbackRequest;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.SiteMoments;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// The long work of the publish screen. Every method is called on the thread of a job.
final class PublishJobs {
    private static final String SENDING = "Sending ";
    private static final String SENT = "Sent ";

    private final PublishPorts ports;
    private final SiteId site;
    private final UserId user;

    PublishJobs(PublishPorts ports, SiteId site, UserId user) {
        this.ports = ports;
        this.site = site;
        this.user = user;
    }

    /// What publishing would change.
    ///
    /// @param otherSite what is known of another site there; empty when there is none
    /// @param open opens the target, for a look at what is there
    record Compared(Site site, PlannedPublish planned, String otherSite, Supplier<PublishTarget> open) {}

    /// How publishing ended.
    record Result(PublishResult result, Site site) {}

    Compared compare(Target target, Wanted wanted, CancelToken cancel) {
        return switch (wanted) {
            case Wanted.Release release -> compareRelease(target, release.version(), cancel);
            case Wanted.Newest newest -> compareBuild(target, wanted, cancel);
            case Wanted.Staged staged -> compareBuild(target, wanted, cancel);
        };
    }

    private Compared compareBuild(Target target, Wanted wanted, CancelToken cancel) {
        SiteBuilds.Build built = build(target, wanted, cancel);
        cancel.check();
        Site found = built.from().site();
        try (PublishTarget open = ports.places().open().open(target)) {
            try {
                PlannedPublish planned = ports.publisher().look(request(target, built, Consent.NONE), open);
                return new Compared(found, planned, "", opening(target));
            } catch (PublishProblem refused) {
                if (!(refused.failure() instanceof PublishFailure.Conflict)) {
                    throw refused;
                }
                // Only where agreeing to it lifts the refusal is it the other site that stands in the way.
                PlannedPublish planned = ports.publisher().look(request(target, built, new Consent(false, true)), open);
                return new Compared(found, planned, refused.happened(), opening(target));
            }
        }
    }

    private Compared compareRelease(Target target, int version, CancelToken cancel) {
        Site found = site();
        cancel.check();
        try (PublishTarget open = ports.places().open().open(target)) {
            PlannedPublish planned = ports.publisher().look(rollback(target, found, version, Consent.NONE), open);
            return new Compared(found, planned, "", opening(target));
        }
    }

    private Supplier<PublishTarget> opening(Target target) {
        return () -> ports.places().open().open(target);
    }

    Result publish(Target target, Wanted wanted, Consent consent, Consumer<SendEvent> events, CancelToken cancel)
            throws Exception {
        return switch (wanted) {
            case Wanted.Release release -> rollback(target, release.version(), consent, events, cancel);
            case Wanted.Newest newest -> publishBuild(target, wanted, consent, events, cancel);
            case Wanted.Staged staged -> publishBuild(target, wanted, consent, events, cancel);
        };
    }

    private Result rollback(Target target, int version, Consent consent, Consumer<SendEvent> events, CancelToken cancel)
            throws Exception {
        Site found = site();
        try (PublishTarget open = ports.places().open().open(target)) {
            RollbackRequest request = rollback(target, found, version, consent);
            try {
                events.accept(new SendEvent.Planned(ports.publisher().plan(request, open)));
            } catch (PublishProblem refused) {
                events.accept(
                        new SendEvent.Note(refused.happened(), ports.clock().instant()));
            }
            cancel.check();
            // Edits made after that version was published are not live once it is back.
            Instant asOf = ports.publisher().releases().kept(site, target.id(), open).stream()
                    .filter(release -> release.version() == version)
                    .findFirst()
                    .map(Release::publishedAt)
                    .orElseGet(() -> ports.clock().instant());
            PublishResult result =
                    ports.publisher().rollback(request, open).run((done, total, step) -> tell(step, events), cancel);
            if (result instanceof PublishResult.Published published) {
                markPublished(target, published.deployment(), asOf);
            }
            return new Result(result, found);
        }
    }

    Drift drift(Target target) {
        try (PublishTarget open = ports.places().open().open(target)) {
            return ports.publisher().releases().drift(site, target.id(), open);
        }
    }

    /// What changed from one version to a later one.
    List<ReleaseHistory.Difference> differences(Target target, int from, int to) {
        try (PublishTarget open = ports.places().open().open(target)) {
            return ports.publisher().releases().compare(site, target.id(), open, from, to);
        }
    }

    private RollbackRequest rollback(Target target, Site found, int version, Consent consent) {
        return new RollbackRequest(site, user, target, version, SiteBuilds.pageNames(found), consent);
    }

    private Result publishBuild(
            Target target, Wanted wanted, Consent consent, Consumer<SendEvent> events, CancelToken cancel)
            throws Exception {
        Instant began = ports.clock().instant();
        SiteBuilds.Build built = build(target, wanted, cancel);
        Site found = built.from().site();
        Instant now = ports.clock().instant();
        events.accept(new SendEvent.Built(found, built.tree(), Duration.between(began, now), now));
        cancel.check();
        try (PublishTarget open = ports.places().open().open(target)) {
            PublishRequest request = request(target, built, consent);
            plan(request, open, events);
            cancel.check();
            PublishResult result =
                    ports.publisher().publish(request, open).run((done, total, step) -> tell(step, events), cancel);
            if (result instanceof PublishResult.Published published) {
                markPublished(target, published.deployment(), built.from().asOf());
            }
            return new Result(result, found);
        }
    }

    /// A host that cannot be asked now refuses again when it is published to, which is then recorded.
    private void plan(PublishRequest request, PublishTarget open, Consumer<SendEvent> events) {
        try {
            events.accept(new SendEvent.Planned(ports.publisher().plan(request, open)));
        } catch (PublishProblem refused) {
            events.accept(new SendEvent.Note(refused.happened(), ports.clock().instant()));
        }
    }

    private void tell(String step, Consumer<SendEvent> events) {
        Instant now = ports.clock().instant();
        if (step.startsWith(SENDING)) {
            events.accept(new SendEvent.Began(step.substring(SENDING.length()), now));
        } else if (step.startsWith(SENT)) {
            events.accept(new SendEvent.Ended(step.substring(SENT.length()), now));
        } else if (step.startsWith("Looking at the site")) {
            events.accept(new SendEvent.Checking(now));
        } else {
            events.accept(new SendEvent.Note(step, now));
        }
    }

    /// The site counts as published as it was when it was read, so that an edit made meanwhile still shows as one.
    /// What is only staged is not published.
    private void markPublished(Target target, Deployment deployment, Instant readAt) {
        if (target.isStaging()) {
            return;
        }
        String url = deployment.url().isEmpty() ? address(target) : deployment.url();
        ports.sites().markPublished(site, url, readAt, new Change(user, "Publish version " + deployment.version()));
    }

    /// Where a target's site can be looked at; empty when that is not known.
    static String address(Target target) {
        return target.settings() instanceof TargetSettings.Folder folder
                        && folder.publicUrl().isEmpty()
                ? folder.folder().resolve(PlanWords.HOME).toUri().toString()
                : target.settings().publicUrl();
    }

    private Site site() {
        return ports.builds().newest(site).site();
    }

    private SiteBuilds.Build build(Target target, Wanted wanted, CancelToken cancel) {
        if (wanted instanceof Wanted.Staged(Target from)) {
            try (PublishTarget open = ports.places().open().open(from)) {
                return new Promotion(ports.builds(), ports.deployments(), ports.publisher())
                        .of(site, from, target, open, Progress.NONE, cancel)
                        .build();
            }
        }
        return ports.builds().newest(site, target, Progress.NONE, cancel);
    }

    private PublishRequest request(Target target, SiteBuilds.Build built, Consent consent) {
        SiteMoments.Dated from = built.from();
        return new PublishRequest(
                site, user, target, built.tree(), from.sequence(), SiteBuilds.pageNames(from.site()), consent);
    }

    List<Deployment> deployments() {
        return ports.deployments().list(site);
    }
}
