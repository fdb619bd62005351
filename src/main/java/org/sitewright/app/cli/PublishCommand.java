package org.sitewright.app.cli;

import java.util.concurrent.CancellationException;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetBuild;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Site;
import org.sitewright.work.Jobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
                            TargetBuild.options(target.settings(), open.publicUrl("index.html")),
                            invocation().progress(),
                            invocation().cancel());
            PublishRequest request = new PublishRequest(
                    site.id(),
                    account.id(),
                    target,
                    tree,
                    PlanPrint.pageNames(site),
                    new PublishRequest.Consent(yes, yes));
            Publisher publisher = workspace.publisher();
            if (dryRun) {
                PublishPlan plan = publisher.plan(request, open);
                invocation().show(PlanPrint.json(plan), PlanPrint.lines(plan));
                return ExitCode.DONE;
            }
            if (invocation().canAsk() && !yes && !invocation().askYes("Publish to " + open.describe() + "?")) {
                throw new CancellationException("not confirmed");
            }
            return new PublishEnd(invocation(), workspace, account, target)
                    .of(
                            site.id(),
                            workspace.clock().instant(),
                            Jobs.run(
                                    publisher.publish(request, open),
                                    invocation().progress(),
                                    invocation().cancel()));
        }
    }
}
