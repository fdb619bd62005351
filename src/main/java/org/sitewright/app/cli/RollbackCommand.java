package org.sitewright.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Release;
import org.sitewright.publish.RollbackRequest;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.Target;
import org.sitewright.site.Site;
import org.sitewright.work.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Make an older version the live one again. Its files come from the host, which keeps the last ten"
                + " versions; the site on this computer stays as it is.")
final class RollbackCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VERSION",
            description = "The version to bring back; see “deployments”.")
    private int version;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Where; not needed when this computer published that version.")
    private String targetName = "";

    @Mixin
    private SendOptions options = new SendOptions();

    RollbackCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        Site site = lookup.site(wanted);
        Target target = targetName.isEmpty() ? published(workspace, site) : lookup.target(targetName);
        try (Keys keys = new Keys(invocation(), workspace, account);
                PublishTarget open = keys.targets().open(target)) {
            RollbackRequest request = new RollbackRequest(
                    site.id(),
                    account.id(),
                    target,
                    version,
                    SiteBuilds.pageNames(site),
                    new PublishRequest.Consent(options.isAgreed(), false));
            return new Send(invocation(), workspace, account, target).run(site.id(), options, new Send.Way() {
                @Override
                public String question() {
                    return "Bring back version " + version + " at " + open.describe() + "?";
                }

                @Override
                public PlannedPublish look() {
                    return workspace.publisher().look(request, open);
                }

                @Override
                public Instant asOf() {
                    return publishedAt(workspace, site, target, open);
                }

                @Override
                public Job<PublishResult> send() {
                    return workspace.publisher().rollback(request, open);
                }
            });
        }
    }

    /// Edits made since then are not live after the rollback.
    private Instant publishedAt(Workspace workspace, Site site, Target target, PublishTarget open) {
        List<Release> kept = workspace.publisher().releases().kept(site.id(), target.id(), open);
        return kept.stream()
                .filter(release -> release.version() == version)
                .findFirst()
                .map(Release::publishedAt)
                .orElseThrow(() -> new NotHere(
                        "Version " + version + " is not kept at " + open.describe() + ".",
                        kept.isEmpty()
                                ? "Publish first; from then on the last ten versions are kept."
                                : "Kept are: "
                                        + String.join(
                                                ", ",
                                                kept.stream()
                                                        .map(release -> String.valueOf(release.version()))
                                                        .toList())
                                        + "."));
    }

    private Target published(Workspace workspace, Site site) {
        Optional<Target> target = workspace.deployments().list(site.id()).stream()
                .filter(deployment -> deployment.version() == version)
                .findFirst()
                .map(Deployment::target)
                .flatMap(id -> workspace.targets().find(id));
        return target.orElseThrow(() -> new NotHere(
                "This computer does not know where version " + version + " was published.",
                "See “sitewright deployments”, or name the target with --target."));
    }
}
