package org.sitewright.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.Ids;
import org.sitewright.work.Job;

/// Publishes builds. Each deployment is recorded; each can be cancelled at any moment and gone on with by publishing
/// again; at every moment visitors see pages whose pictures and styles are there.
public final class Publisher {
    private final DeploymentRepository deployments;
    private final Clock clock;
    private final Ids ids;
    private final String computer;

    /// @param computer an id of this installation that says nothing about it, the same for ever
    public Publisher(DeploymentRepository deployments, Clock clock, Ids ids, String computer) {
        this.deployments = deployments;
        this.clock = clock;
        this.ids = ids;
        this.computer = computer;
    }

    /// What publishing would change, without changing anything.
    ///
    /// @throws PublishProblem when the host cannot be asked
    public PublishPlan plan(PublishRequest request, PublishTarget target) {
        return Survey.of(request, target, clock.instant()).plan();
    }

    /// The job that publishes. It needs the target open until it ended.
    public Job<PublishResult> publish(PublishRequest request, PublishTarget target) {
        return (progress, cancel) -> {
            progress.at(0, 0, "Comparing with " + target.describe());
            try {
                Survey survey = Survey.of(request, target, clock.instant());
                cancel.check();
                if (survey.plan().isEmpty() && survey.recordIsTrue()) {
                    return new PublishResult.UpToDate(target.publicUrl("index.html"));
                }
                Deployment deployment = record(request, target);
                return run(request, target, deployment).with(survey, progress, cancel);
            } catch (PublishProblem refused) {
                Deployment failed =
                        record(request, target).failed(words(refused), Deployment.Sent.NOTHING, clock.instant());
                deployments.update(failed);
                return new PublishResult.Refused(refused.failure(), failed);
            }
        };
    }

    static String words(PublishProblem problem) {
        return problem.happened() + " " + problem.remedy() + " (" + problem.code() + ")";
    }

    private PublishRun run(PublishRequest request, PublishTarget target, Deployment deployment) {
        return new PublishRun(request, target, deployment, deployments, clock, computer);
    }

    private Deployment record(PublishRequest request, PublishTarget target) {
        String url = target.publicUrl("index.html");
        String domain = Optional.of(url)
                .filter(address -> !address.isEmpty())
                .flatMap(Publisher::domain)
                .orElse("");
        return deployments.add(
                request.site(),
                version -> new Deployment(
                        new DeploymentId(ids.next()),
                        request.site(),
                        request.user(),
                        request.target().id(),
                        DeploymentStatus.PENDING,
                        version,
                        url,
                        request.target().settings().hosting(),
                        domain,
                        url.startsWith("https:") ? SslStatus.UNKNOWN : SslStatus.NONE,
                        CdnStatus.UNKNOWN,
                        List.of(),
                        "",
                        Deployment.Sent.NOTHING,
                        clock.instant(),
                        null));
    }

    private static Optional<String> domain(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
