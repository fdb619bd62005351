package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.app.Workspace;
import org.sitewright.publish.Deployment;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "deployments", description = "List what was published, newest first.")
final class DeploymentsCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    DeploymentsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        SiteId site = new Lookup(workspace, invocation().actor(workspace))
                .listing(wanted)
                .id();
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        for (Deployment deployment : workspace.deployments().list(site)) {
            ArrayNode logs = array.addObject()
                    .put("version", deployment.version())
                    .put("restored", deployment.restored())
                    .put("status", JsonObject.word(deployment.status()))
                    .put("url", deployment.url())
                    .put("hosting", JsonObject.word(deployment.hosting()))
                    .put("sent", deployment.sent().files())
                    .put("bytes", deployment.sent().bytes())
                    .put("deleted", deployment.sent().deleted())
                    .put("error", deployment.error())
                    .put("createdAt", deployment.createdAt().toString())
                    .putArray("logs");
            deployment.logs().forEach(logs::add);
            lines.add(deployment.version() + "  " + JsonObject.word(deployment.status()) + "  "
                    + (deployment.restored() > 0 ? "brings back " + deployment.restored() + "  " : "")
                    + deployment.createdAt() + "  " + deployment.sent().files() + " files  " + deployment.url()
                    + deployment.error());
        }
        invocation().show(array, lines);
        return ExitCode.DONE;
    }
}
