package org.sitewright.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.DuePublishes.Ended;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.Target;
import org.sitewright.site.SiteListing;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ArrayNode;

/// Publishes what a time was chosen for, for the scheduler of the operating system.
final class DueCommand {
    /// Schedulers call every few minutes.
    private static final Duration GRACE = Duration.ofHours(1);

    private final Invocation invocation;

    DueCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(Workspace workspace) {
        Account account = invocation.actor(workspace);
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        boolean failed = false;
        try (Keys keys = new Keys(invocation, workspace, account)) {
            for (Ended ended : workspace
                    .duePublishes(keys.targets(), GRACE)
                    .round(account.id(), invocation.progress(), invocation.cancel())) {
                String words = words(ended);
                failed |= !(ended instanceof Ended.Done);
                array.addObject()
                        .put("site", ended.scheduled().site().toString())
                        .put("target", target(workspace, ended.scheduled()))
                        .put("due", ended.scheduled().due().toString())
                        .put("status", status(ended))
                        .put("note", words);
                lines.add(name(workspace, ended.scheduled()) + " to " + target(workspace, ended.scheduled()) + ": "
                        + words);
            }
        }
        if (lines.isEmpty()) {
            lines.add("No publish is due.");
        }
        invocation.show(array, lines);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String status(Ended ended) {
        return switch (ended) {
            case Ended.Done done -> done.result() instanceof PublishResult.UpToDate ? "up-to-date" : "completed";
            case Ended.Missed missed -> "missed";
            case Ended.Failed failed -> "failed";
            case Ended.Later later -> "waiting";
        };
    }

    private static String words(Ended ended) {
        return switch (ended) {
            case Ended.Done done ->
                switch (done.result()) {
                    case PublishResult.Published published ->
                        "published as version " + published.deployment().version();
                    case PublishResult.UpToDate same -> "visitors see this build already";
                    case PublishResult.Refused refused -> refused.failure().happened();
                };
            case Ended.Missed missed -> "missed. " + missed.scheduled().note();
            case Ended.Failed failed -> failed.scheduled().note();
            case Ended.Later later -> "put off. " + later.why();
        };
    }

    private static String name(Workspace workspace, ScheduledPublish scheduled) {
        return workspace
                .sites()
                .listing(scheduled.site())
                .map(SiteListing::name)
                .orElse(scheduled.site().toString());
    }

    private static String target(Workspace workspace, ScheduledPublish scheduled) {
        return workspace
                .targets()
                .find(scheduled.target())
                .map(Target::name)
                .orElse(scheduled.target().toString());
    }
}
