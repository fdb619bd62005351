package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.Drift;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "status",
        description = "For each target that the site was published to: which version is live, since when, and whether"
                + " somebody else changed it. With --address, also how its name, certificate and network look from"
                + " outside.")
final class StatusCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(
            names = "--address",
            description = "Ask name servers and the address itself: needs the network, and some seconds.")
    private boolean address;

    StatusCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        SiteId site = new Lookup(workspace, account).listing(wanted).id();
        Set<TargetId> known = new LinkedHashSet<>();
        workspace.deployments().list(site).stream().map(Deployment::target).forEach(known::add);
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        try (Keys keys = new Keys(invocation(), workspace, account)) {
            for (Target target : workspace.targets().list(account.id())) {
                if (known.contains(target.id())) {
                    add(workspace, site, target, keys, array.addObject(), lines);
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add("The site was not published yet.");
        }
        invocation().show(array, lines);
        return ExitCode.DONE;
    }

    private void add(
            Workspace workspace, SiteId site, Target target, Keys keys, ObjectNode object, List<String> lines) {
        object.put("target", target.name());
        try (PublishTarget open = keys.targets().open(target)) {
            Drift drift = workspace.publisher().releases().drift(site, target.id(), open);
            object.put("url", open.publicUrl("index.html"))
                    .put("version", drift.version())
                    .put("findings", drift.findings().size());
            if (drift.version() > 0) {
                object.put("publishedAt", drift.publishedAt().toString());
            }
            lines.add(target.name() + "  " + words(drift));
            if (address) {
                workspace.addresses().look(target, open).ifPresent(state -> new AddressReport(state)
                        .add(object.putObject("address"), lines));
            }
        } catch (PublishProblem refused) {
            object.put("code", refused.code()).put("error", refused.happened());
            lines.add(target.name() + "  " + refused.happened() + " " + refused.remedy());
        }
    }

    private static String words(Drift drift) {
        if (drift.version() == 0) {
            return "nothing of this site is there";
        }
        String changed = drift.findings().isEmpty()
                ? "as it was published"
                : (drift.findings().size() == 1 ? "1 change" : drift.findings().size() + " changes")
                        + " by somebody else, see “drift”";
        return "version " + drift.version() + " since " + drift.publishedAt() + ", " + changed;
    }
}
