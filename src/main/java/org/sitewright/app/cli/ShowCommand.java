package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.app.Workspace;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.SiteJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "show", description = "Show a site: its pages, sections with ids, settings. With --json, all of it.")
final class ShowCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    ShowCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Lookup lookup = new Lookup(workspace, invocation().actor(workspace));
        SiteListing listing = lookup.listing(wanted);
        Site site = lookup.site(listing.id().toString());
        ObjectNode json = ListCommand.print(listing);
        json.set("site", SiteJson.print(site));
        List<String> lines = new ArrayList<>();
        lines.add(site.name() + " (" + site.id() + ")");
        lines.add(JsonObject.word(site.type()) + ", " + JsonObject.word(listing.status()) + ", "
                + site.theme().style().label() + " " + site.theme().seed() + ", language " + site.language());
        add(lines, "top", site.top());
        for (Page page : site.pages()) {
            add(lines, page.slug() + "  " + page.name() + (page.published() ? "" : "  (draft)"), page.sections());
        }
        add(lines, "bottom", site.bottom());
        invocation().show(json, lines);
        return ExitCode.DONE;
    }

    private static void add(List<String> lines, String heading, List<Section> sections) {
        lines.add(heading);
        int number = 1;
        for (Section section : sections) {
            lines.add("  " + number++ + "  " + section.id() + "  " + section.kind() + " " + section.variant()
                    + (section.hidden() ? "  (hidden)" : ""));
        }
    }
}
