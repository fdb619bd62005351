package org.sitewright.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitewright.site.Ids;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Job;
import org.sitewright.work.Progress;

/// Publishes builds and brings back releases. Each deployment is recorded; each can be cancelled at any moment and gone
/// on with by publishing again; at every moment visitors see pages whose pictures and styles are there.
public final class Publisher {
    private final DeploymentRepository deployments;
    private final Clock clock;
    private final Ids ids;
    private final String computer;
    private final Visitor visitor;
    private final PublishTurns turns;

    private record Start(SiteId site, UserId user, Target target, int restored, long sequence) {}

    /// @param computer an id of this installation that says nothing about it, the same for ever
    /// @param visitor looks at what was published, afterwards
    /// @param turns shared by all publishers of the program
    public Publisher(
            DeploymentRepository deployments,
            Clock clock,
            Ids ids,
            String computer,
            Visitor visitor,
            PublishTurns turns) {
        this.deployments = deployments;
        this.clock = clock;
        this.ids = ids;
        this.computer = computer;
        this.visitor = visitor;
        this.turns = turns;
    }

    /// The only publisher there is.
    public Publisher(DeploymentRepository deployments, Clock clock, Ids ids, String computer, Visitor visitor) {
        this(deployments, clock, ids, computer, visitor, new PublishTurns());
    }

    /// A publisher that asks the host only whether all is there.
    public Publisher(DeploymentRepository deployments, Clock clock, Ids ids, String computer) {
        this(deployments, clock, ids, computer, Visitor.NOBODY);
    }

    /// What is kept of earlier releases, and how the host differs from them.
    public ReleaseHistory releases() {
        return new ReleaseHistory(deployments);
    }

    /// What publishing would change, without changing anything.
    ///
    /// @throws PublishProblem when the host cannot be asked
    public PublishPlan plan(PublishRequest request, PublishTarget target) {
        return survey(request, target).plan();
    }

    /// The same with what is needed to look at it before: what is live, what would be, and what it takes.
    ///
    /// @throws PublishProblem when the host cannot be asked
    public PlannedPublish look(PublishRequest request, PublishTarget target) {
        return survey(request, target).planned(target, newest(request.site(), request.target()));
    }

    /// @throws PublishProblem when the host cannot be asked or the release is not whole
    public PlannedPublish look(RollbackRequest request, PublishTarget target) {
        return survey(request, target).planned(target, newest(request.site(), request.target()));
    }

    /// What bringing back a release would change, without changing anything.
    ///
    /// @throws PublishProblem when the host cannot be asked or the release is not whole
    public PublishPlan plan(RollbackRequest request, PublishTarget target) {
        return survey(request, target).plan();
    }

    /// The job that publishes. It needs the target open until it ended.
    public Job<PublishResult> publish(PublishRequest request, PublishTarget target) {
        Start start = new Start(request.site(), request.user(), request.target(), 0, request.sequence());
        return (progress, cancel) -> turns.during(
                request.target().id(), () -> run(start, target, () -> survey(request, target), progress, cancel));
    }

    /// The job that makes an older release the live one again, as a new version. The release comes from the host, so
    /// that any computer with the keys can do it. It needs the target open until it ended.
    public Job<PublishResult> rollback(RollbackRequest request, PublishTarget target) {
        return (progress, cancel) -> {
            long sequence = sequence(request);
            Start start = new Start(request.site(), request.user(), request.target(), request.version(), sequence);
            return turns.during(
                    request.target().id(), () -> run(start, target, () -> survey(request, target), progress, cancel));
        };
    }

    /// The moment of the site that the release shows; 0 when another computer published it.
    private long sequence(RollbackRequest request) {
        return deployments
                .find(request.site(), request.target().id(), request.version())
                .map(Deployment::sequence)
                .orElse(0L);
    }

    private Survey survey(PublishRequest request, PublishTarget target) {
        return Survey.of(request, target, clock.instant(), newest(request.site(), request.target()));
    }

    private Survey survey(RollbackRequest request, PublishTarget target) {
        return Revival.of(request, target, clock.instant(), newest(request.site(), request.target()));
    }

    private Optional<Receipt> newest(SiteId site, Target target) {
        return releases().newest(site, target.id());
    }

    private PublishResult run(
            Start start, PublishTarget target, Supplier<Survey> look, Progress progress, CancelToken cancel) {
        progress.at(0, 0, "Comparing with " + target.describe());
        try {
            Survey survey = look.get();
            cancel.check();
            if (survey.plan().isEmpty() && survey.recordIsTrue()) {
                return new PublishResult.UpToDate(target.publicUrl("index.html"));
            }
            Deployment deployment =
                    record(start, target, survey.host().manifest().version());
            Diary diary = new Diary(deployments, clock, deployment);
            return new PublishRun(survey, target, diary, clock, computer, new Verification(target, visitor))
                    .run(progress, cancel);
        } catch (PublishProblem refused) {
            Deployment failed =
                    record(start, target, 0).failed(words(refused), Deployment.Sent.NOTHING, clock.instant());
            deployments.update(failed);
            return new PublishResult.Refused(refused.failure(), failed);
        }
    }

    static String words(PublishProblem problem) {
        return problem.happened() + " " + problem.remedy() + " (" + problem.code() + ")";
    }

    private Deployment record(Start start, PublishTarget target, int above) {
        String url = target.publicUrl("index.html");
        String domain = Optional.of(url)
                .filter(address -> !address.isEmpty())
                .flatMap(Publisher::domain)
                .orElse("");
        return deployments.add(
                start.site(),
                above,
                version -> new Deployment(
                        new DeploymentId(ids.next()),
                        start.site(),
                        start.user(),
                        start.target().id(),
                        DeploymentStatus.PENDING,
                        version,
                        start.restored(),
                        start.sequence(),
                        url,
                        start.target().settings().hosting(),
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
