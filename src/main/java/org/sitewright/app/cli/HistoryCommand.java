package org.sitewright.app.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewright.app.Workspace;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentName;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "history",
        description = "List the edits of a site, newest first: number, time, who, what.",
        footer = "“sitewright restore SITE --seq NUMBER” brings the site back to one of them.")
final class HistoryCommand extends WorkspaceCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--since", paramLabel = "TIME", description = "Only from then on: 2026-11-18T11:42 or 2026-11-18.")
    private String since = "";

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N; all unless given.")
    private int limit = Integer.MAX_VALUE;

    HistoryCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        ZoneId zone = ZoneId.systemDefault();
        SiteId site = new Lookup(workspace, invocation().actor(workspace))
                .listing(wanted)
                .id();
        Instant from = since.isEmpty() ? Instant.MIN : Times.parse(since, LocalTime.MIN, zone);
        Map<Long, MomentName> names = workspace.history().names(site).stream()
                .collect(Collectors.toMap(MomentName::sequence, Function.identity(), (a, b) -> b));
        Map<String, String> people = workspace.people();
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        for (Moment moment : workspace.history().moments(site).reversed()) {
            if (lines.size() >= limit || moment.at().isBefore(from)) {
                break;
            }
            MomentName name = names.get(moment.sequence());
            String person = people.getOrDefault(moment.actor(), "");
            ObjectNode object = array.addObject()
                    .put("seq", moment.sequence())
                    .put("at", moment.at().toString())
                    .put("by", person)
                    .put("action", moment.action())
                    .put("label", moment.label())
                    .put("kind", JsonObject.word(moment.kind()));
            if (name != null) {
                object.put("name", name.name());
            }
            lines.add(moment.sequence() + "  " + TIME.format(moment.at().atZone(zone)) + "  "
                    + (person.isEmpty() ? "" : person + "  ") + moment.label()
                    + (name == null ? "" : "  “" + name.name() + "”"));
        }
        invocation().show(array, lines);
        return ExitCode.DONE;
    }
}
