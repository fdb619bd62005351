package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.Drift;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "drift",
        description = "Name what somebody else added, changed or removed at the host since the site was published.")
final class DriftCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--target", required = true, paramLabel = "NAME", description = "Where; see “target list”.")
    private String targetName = "";

    DriftCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        SiteId site = lookup.listing(wanted).id();
        Target target = lookup.target(targetName);
        try (Keys keys = new Keys(invocation(), workspace, account);
                PublishTarget open = keys.targets().open(target)) {
            Drift drift = workspace.publisher().releases().drift(site, target.id(), open);
            invocation().show(json(drift), lines(drift, open.describe()));
            return ExitCode.DONE;
        }
    }

    static ObjectNode json(Drift drift) {
        ObjectNode object = Json.object().put("version", drift.version()).put("here", drift.here());
        if (drift.version() > 0) {
            object.put("publishedAt", drift.publishedAt().toString());
        }
        ArrayNode findings = object.putArray("findings");
        for (Drift.Finding finding : drift.findings()) {
            findings.addObject()
                    .put("path", finding.path())
                    .put("kind", JsonObject.word(finding.kind()))
                    .put("words", finding.words());
        }
        return object;
    }

    private static List<String> lines(Drift drift, String place) {
        if (drift.version() == 0) {
            return List.of("This site was never published to " + place + ".");
        }
        List<String> lines = new ArrayList<>();
        drift.findings().forEach(finding -> lines.add(finding.path() + " " + finding.words()));
        lines.add(
                drift.findings().isEmpty()
                        ? "Version " + drift.version() + " is at " + place + " just as it was published."
                        : drift.findings().size() + " differences from version " + drift.version()
                                + ". Publishing again mends what was changed or removed.");
        return lines;
    }
}
