package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitewright.app.Workspace;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "list", description = "List the sites, last edited first.")
final class ListCommand extends WorkspaceCommand {
    @Option(names = "--status", paramLabel = "STATUS", description = "Only those: draft, published or archived.")
    private @Nullable SiteStatus status;

    ListCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        for (SiteListing site :
                workspace.sites().list(invocation().actor(workspace).id())) {
            if (status == null || site.status() == status) {
                array.add(print(site));
                lines.add(site.id() + "  " + site.name() + "  " + JsonObject.word(site.status())
                        + (site.publishedUrl().isEmpty() ? "" : "  " + site.publishedUrl()));
            }
        }
        invocation().show(array, lines);
        return ExitCode.DONE;
    }

    static ObjectNode print(SiteListing site) {
        return Json.object()
                .put("id", site.id().toString())
                .put("name", site.name())
                .put("type", JsonObject.word(site.type()))
                .put("status", JsonObject.word(site.status()))
                .put("publishedUrl", site.publishedUrl())
                .put("changedSincePublish", site.changedSincePublish())
                .put("createdAt", site.createdAt().toString())
                .put("updatedAt", site.updatedAt().toString());
    }
}
