package org.sitewright.publish;

import java.util.Optional;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.site.SiteRepository;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Publishes a site as it is saved now where nobody looks on: nothing is agreed to, so that unusually many files stay
/// and another site is not replaced.
public final class PublishByItself implements DuePublishes.Runner {
    private final SiteBuilds builds;
    private final SiteRepository sites;
    private final TargetRepository targets;
    private final PublishTargets open;
    private final Publisher publisher;

    public PublishByItself(
            SiteBuilds builds,
            SiteRepository sites,
            TargetRepository targets,
            PublishTargets open,
            Publisher publisher) {
        this.builds = builds;
        this.sites = sites;
        this.targets = targets;
        this.open = open;
        this.publisher = publisher;
    }

    @Override
    public PublishResult publish(ScheduledPublish scheduled, Progress progress, CancelToken cancel) throws Exception {
        Optional<Target> found = targets.find(scheduled.target());
        Target target = found.orElseThrow(() ->
                new Problem("SW-PUB-TARGET", "The target was removed.", "Choose another target and another time."));
        SiteBuilds.Build build = builds.newest(scheduled.site(), target, progress, cancel);
        try (PublishTarget place = open.open(target)) {
            PublishRequest request = new PublishRequest(
                    scheduled.site(),
                    scheduled.user(),
                    target,
                    build.tree(),
                    build.from().sequence(),
                    build.pageNames(),
                    Consent.NONE);
            PublishResult result = publisher.publish(request, place).run(progress, cancel);
            if (result instanceof PublishResult.Published published && !target.isStaging()) {
                String url = published.deployment().url();
                sites.markPublished(
                        scheduled.site(),
                        url.isEmpty() ? target.settings().publicUrl() : url,
                        build.from().asOf(),
                        new SiteRepository.Change(
                                scheduled.user(),
                                "Publish version " + published.deployment().version() + " at its time"));
            }
            return result;
        }
    }
}
