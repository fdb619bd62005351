package org.sitewright.app.cli;

import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.Promotion;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private SendOptions options = new SendOptions();

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
        PublishRequest request = PlanPrint.request(account, live, promoted.build(), options.isAgreed());
        String question = "Promote version " + promoted.version() + " of “" + from + "” to " + open.describe() + "?";
        return new Send(invocation(), workspace, account, live)
                .run(
                        request.site(),
                        options,
                        new BuiltWay(question, promoted.build().from().asOf(), request, workspace.publisher(), open));
    }
}
