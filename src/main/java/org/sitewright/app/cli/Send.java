package org.sitewright.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.work.Job;
import org.sitewright.work.Jobs;
import org.sitewright.work.Outcome;
import org.sitewright.work.Problem;
import tools.jackson.databind.node.ObjectNode;

/// What publishing, promoting and bringing back have in common: a look at the plan, one question, sending, and telling
/// how it ended and noting it with the site.
final class Send {
    private final Invocation invocation;
    private final Workspace workspace;
    private final Account account;
    private final Target target;

    /// What differs between them.
    interface Way {
        /// Asked before anything is sent.
        String question();

        /// What would change.
        PlannedPublish look();

        /// When the site was as it is published then.
        Instant asOf();

        Job<PublishResult> send();
    }

    Send(Invocation invocation, Workspace workspace, Account account, Target target) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.account = account;
        this.target = target;
    }

    /// @return the exit code
    int run(SiteId site, SendOptions options, Way way) {
        if (options.isDryRun()) {
            PlannedPublish plan = way.look();
            invocation.show(PlanPrint.json(plan, target), PlanPrint.lines(plan, target));
            return ExitCode.DONE;
        }
        if (invocation.canAsk() && !options.isAgreed() && !invocation.askYes(way.question())) {
            throw new CancellationException("not confirmed");
        }
        Instant asOf = way.asOf();
        return end(site, asOf, Jobs.run(way.send(), invocation.progress(), invocation.cancel()));
    }

    private int end(SiteId site, Instant asOf, Outcome<PublishResult> outcome) {
        return switch (outcome) {
            case Outcome.Cancelled<PublishResult> cancelled -> throw new CancellationException("cancelled");
            case Outcome.Failed<PublishResult>(Exception fault) ->
                throw fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
            case Outcome.Done<PublishResult>(PublishResult result) -> done(site, asOf, result);
        };
    }

    private int done(SiteId site, Instant asOf, PublishResult result) {
        return switch (result) {
            case PublishResult.UpToDate(String url) -> {
                invocation.show(
                        Json.object().put("status", "up-to-date").put("url", url),
                        List.of("Visitors see this build already; nothing was sent."));
                yield ExitCode.DONE;
            }
            case PublishResult.Refused(PublishFailure failure, var deployment) ->
                throw new Problem(failure.code(), failure.happened(), failure.remedy());
            case PublishResult.Published published -> {
                published.warnings().forEach(invocation::warn);
                String url = seenAt(published.deployment().url(), target);
                mark(site, url, asOf);
                invocation.show(print(published, url), lines(published, url));
                yield ExitCode.DONE;
            }
        };
    }

    /// What is only staged is not published.
    private void mark(SiteId site, String url, Instant asOf) {
        if (!target.isStaging()) {
            workspace
                    .sites()
                    .markPublished(site, url, asOf, SiteEditing.change(account, "Published to " + target.name()));
        }
    }

    private static ObjectNode print(PublishResult.Published published, String url) {
        return Json.object()
                .put("status", JsonObject.word(published.deployment().status()))
                .put("version", published.deployment().version())
                .put("restored", published.deployment().restored())
                .put("url", url)
                .put("sent", published.deployment().sent().files())
                .put("bytes", published.deployment().sent().bytes())
                .put("deleted", published.deployment().sent().deleted());
    }

    private static List<String> lines(PublishResult.Published published, String url) {
        return List.of(String.format(
                Locale.ROOT,
                "Published version %d: %d files sent (%,d bytes), %d deleted. %s",
                published.deployment().version(),
                published.deployment().sent().files(),
                published.deployment().sent().bytes(),
                published.deployment().sent().deleted(),
                url));
    }

    private static String seenAt(String url, Target target) {
        return url.isEmpty() && target.settings() instanceof TargetSettings.Folder folder
                ? folder.folder().toUri().toString()
                : url;
    }
}
