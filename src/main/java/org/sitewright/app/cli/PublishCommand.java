package org.sitewright.app.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.Target;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "publish", description = "Publish a site: build it, compare, and send what changed.")
final class PublishCommand extends WorkspaceCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SITE", arity = "0..1", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--target", paramLabel = "NAME", description = "Where to; see “target list”.")
    private String targetName = "";

    @Option(
            names = "--due",
            description = "Publish what a time was chosen for that has come; for the scheduler of the operating system."
                    + " Takes neither a site nor a target.")
    private boolean due;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "Not now: what is saved at that time is published then, by the open window or by --due. Written"
                            + " as 2026-11-27T09:00, in the time of this computer.")
    private String at = "";

    @Option(
            names = "--if-missed",
            paramLabel = "WHAT",
            description =
                    "With --at, when the program was closed or offline at that time: publish (as soon as possible)"
                            + " or ask. Default: publish.")
    private ScheduledPublish.WhenMissed ifMissed = ScheduledPublish.WhenMissed.PUBLISH;

    @Option(names = "--unschedule", description = "Take off the time that was chosen with --at or in the window.")
    private boolean unschedule;

    @Mixin
    private SendOptions options = new SendOptions();

    PublishCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        if (due) {
            return new DueCommand(invocation()).run(workspace);
        }
        if (wanted.isEmpty() || targetName.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required: name a SITE and a --target NAME.");
        }
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        Site site = lookup.site(wanted);
        Target target = lookup.target(targetName);
        if (!at.isEmpty() || unschedule) {
            return schedule(workspace, account, site, target);
        }
        return publish(workspace, account, site, target);
    }

    private int schedule(Workspace workspace, Account account, Site site, Target target) {
        Instant now = workspace.clock().instant();
        Instant time = unschedule ? now : Times.parse(at, LocalTime.NOON, ZoneId.systemDefault());
        ScheduledPublish planned = new ScheduledPublish(
                workspace.ids().next(),
                site.id(),
                target.id(),
                account.id(),
                time,
                ifMissed,
                ScheduledPublish.State.WAITING,
                "",
                now.truncatedTo(ChronoUnit.MICROS));
        if (unschedule) {
            workspace.schedules().remove(planned);
            invocation().show(Json.object().put("scheduled", false), List.of("Nothing is published by itself now."));
            return ExitCode.DONE;
        }
        if (!time.isAfter(now)) {
            throw new Problem("SW-TIME", "That time is over.", "Choose a later one.");
        }
        workspace.schedules().save(planned);
        invocation()
                .show(
                        Json.object().put("scheduled", true).put("due", time.toString()),
                        List.of("What is saved then will be published to “" + target.name() + "” on "
                                + time.atZone(ZoneId.systemDefault()).toLocalDateTime() + "."));
        return ExitCode.DONE;
    }

    private int publish(Workspace workspace, Account account, Site site, Target target) {
        try (Keys keys = new Keys(invocation(), workspace, account);
                PublishTarget open = keys.targets().open(target)) {
            SiteBuilds.Build built = workspace
                    .siteBuilds()
                    .newest(
                            site.id(),
                            target,
                            invocation().progress(),
                            invocation().cancel());
            PublishRequest request = PlanPrint.request(account, target, built, options.isAgreed());
            return new Send(invocation(), workspace, account, target)
                    .run(
                            site.id(),
                            options,
                            new BuiltWay(
                                    "Publish to " + open.describe() + "?",
                                    built.from().asOf(),
                                    request,
                                    workspace.publisher(),
                                    open));
        }
    }
}
