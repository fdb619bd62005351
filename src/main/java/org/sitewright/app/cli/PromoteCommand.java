package org.sitewright.app.cli;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.Promotion;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.Target;
import org.sitewright.site.Site;
import org.sitewright.work.Jobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description =
                "Publish what is on a staging target to the live one, as it was staged: edits made since stay here.")
final class PromoteCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "NAME",
            description = "The staging target; see --stages-for of “target add”.")
    private String from = "";

    @Option(names = "--dry-run", description = "Only show what would change, with a reason for each file.")
    private boolean dryRun;

    @Option(
            names = "--yes",
            description = "Do not ask; also agree to deleting many files and to replacing another site.")
    private boolean yes;

    PromoteCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        Site site = lookup.site(wanted);
        Target staging = lookup.target(from);
        Target live = Optional.ofNullable(staging.stagesFor())
                .flatMap(id -> workspace.targets().find(id))
                .orElseThrow(() -> new NotHere(
                        "“" + staging.name() + "” is not the staging place of a target that is there.",
                        "Add one with “sitewright target add … --stages-for NAME”."));
        try (Keys keys = new Keys(invocation(), workspace, account)) {
            Promotion.Promoted promoted = promoted(workspace, site, staging, live, keys);
            try (PublishTarget open = keys.targets().open(live)) {
                return publish(workspace, account, live, promoted, open);
            }
        }
    }

    private Promotion.Promoted promoted(Workspace workspace, Site site, Target staging, Target live, Keys keys) {
        try (PublishTarget open = keys.targets().open(staging)) {
            return new Promotion(workspace.siteBuilds(), workspace.deployments(), workspace.publisher())
                    .of(
                            site.id(),
                            staging,
                            live,
                            open,
                            invocation().progress(),
                            invocation().cancel());
        }
    }

    private int publish(
            Workspace workspace, Account account, Target live, Promotion.Promoted promoted, PublishTarget open) {
        PublishRequest request = PlanPrint.request(account, live, promoted.build(), yes);
        Publisher publisher = workspace.publisher();
        if (dryRun) {
            PlannedPublish plan = publisher.look(request, open);
            invocation().show(PlanPrint.json(plan, live), PlanPrint.lines(plan, live));
            return ExitCode.DONE;
        }
        String question = "Promote version " + promoted.version() + " of “" + from + "” to " + open.describe() + "?";
        if (invocation().canAsk() && !yes && !invocation().askYes(question)) {
            throw new CancellationException("not confirmed");
        }
        return new PublishEnd(invocation(), workspace, account, live)
                .of(
                        request.site(),
                        promoted.build().from().asOf(),
                        Jobs.run(
                                publisher.publish(request, open),
                                invocation().progress(),
                                invocation().cancel()));
    }
}
