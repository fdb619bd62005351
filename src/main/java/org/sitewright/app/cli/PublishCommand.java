package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.work.Jobs;
import org.sitewright.work.Outcome;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "publish", description = "Publish a site: build it, compare, and send what changed.")
final class PublishCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--target", required = true, paramLabel = "NAME", description = "Where to; see “target list”.")
    private String targetName = "";

    @Option(names = "--dry-run", description = "Only show what would change, with a reason for each file.")
    private boolean dryRun;

    @Option(
            names = "--yes",
            description = "Do not ask; also agree to deleting many files and to replacing another site.")
    private boolean yes;

    PublishCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        Site site = lookup.site(wanted);
        Target target = lookup.target(targetName);
        try (Keys keys = new Keys(invocation(), workspace, account);
                PublishTarget open = keys.targets().open(target)) {
            OutputTree tree = workspace
                    .renderer()
                    .render(
                            site,
                            BuildCommand.Builds.options(open.publicUrl("index.html")),
                            invocation().progress(),
                            invocation().cancel());
            PublishRequest request = new PublishRequest(
                    site.id(), account.id(), target, tree, pageNames(site), new PublishRequest.Consent(yes, yes));
            Publisher publisher = workspace.publisher();
            if (dryRun) {
                PublishPlan plan = publisher.plan(request, open);
                invocation().show(print(plan), lines(plan));
                return ExitCode.DONE;
            }
            if (invocation().canAsk() && !yes && !invocation().askYes("Publish to " + open.describe() + "?")) {
                throw new CancellationException("not confirmed");
            }
            return ended(
                    workspace,
                    account,
                    target,
                    site,
                    Jobs.run(
                            publisher.publish(request, open),
                            invocation().progress(),
                            invocation().cancel()));
        }
    }

    private int ended(Workspace workspace, Account account, Target target, Site site, Outcome<PublishResult> outcome) {
        return switch (outcome) {
            case Outcome.Cancelled<PublishResult> cancelled -> throw new CancellationException("cancelled");
            case Outcome.Failed<PublishResult>(Exception fault) ->
                throw fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
            case Outcome.Done<PublishResult>(PublishResult result) -> done(workspace, account, target, site, result);
        };
    }

    private int done(Workspace workspace, Account account, Target target, Site site, PublishResult result) {
        return switch (result) {
            case PublishResult.UpToDate(String url) -> {
                invocation()
                        .show(
                                Json.object().put("status", "up-to-date").put("url", url),
                                List.of("Visitors see this build already; nothing was sent."));
                yield ExitCode.DONE;
            }
            case PublishResult.Refused(PublishFailure failure, var deployment) ->
                throw new Problem(failure.code(), failure.happened(), failure.remedy());
            case PublishResult.Published published -> {
                published.warnings().forEach(invocation()::warn);
                String url = seenAt(published.deployment().url(), target);
                workspace
                        .sites()
                        .markPublished(
                                site.id(),
                                url,
                                workspace.clock().instant(),
                                SiteEditing.change(account, "Published to " + target.name()));
                invocation().show(print(published, url), lines(published, url));
                yield ExitCode.DONE;
            }
        };
    }

    private static ObjectNode print(PublishResult.Published published, String url) {
        return Json.object()
                .put("status", JsonObject.word(published.deployment().status()))
                .put("version", published.deployment().version())
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

    private static ObjectNode print(PublishPlan plan) {
        ObjectNode object = Json.object().put("toSend", plan.toSend()).put("bytesToSend", plan.bytesToSend());
        ArrayNode files = object.putArray("files");
        for (PlannedFile file : plan.files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("change", JsonObject.word(file.change()))
                    .put("bytes", file.bytes())
                    .put("reason", file.reason());
        }
        return object;
    }

    private static List<String> lines(PublishPlan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedFile file : plan.files()) {
            if (file.change() != PlannedFile.Change.UNCHANGED) {
                lines.add(JsonObject.word(file.change()) + "  " + file.path() + "  " + file.reason());
            }
        }
        lines.add(String.format(Locale.ROOT, "%d files to send, %,d bytes.", plan.toSend(), plan.bytesToSend()));
        return lines;
    }

    private static Map<String, String> pageNames(Site site) {
        Map<String, String> names = new HashMap<>();
        for (Page page : site.pages()) {
            names.put(site.isHome(page.id()) ? "index.html" : page.slug() + "/index.html", page.name());
        }
        return names;
    }
}
