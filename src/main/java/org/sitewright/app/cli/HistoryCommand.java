package org.sitewright.app.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Moment> moments = workspace.history().moments(site).reversed().stream()
                .takeWhile(moment -> !moment.at().isBefore(from))
                .limit(limit)
                .toList();
        invocation()
                .each(
                        moments,
                        moment -> object(moment, people, Optional.ofNullable(names.get(moment.sequence()))),
                        moment -> line(moment, people, Optional.ofNullable(names.get(moment.sequence())), zone));
        return ExitCode.DONE;
    }

    private static ObjectNode object(Moment moment, Map<String, String> people, Optional<MomentName> name) {
        ObjectNode object = Json.object()
                .put("seq", moment.sequence())
                .put("at", moment.at().toString())
                .put("by", people.getOrDefault(moment.actor(), ""))
                .put("action", moment.action())
                .put("label", moment.label())
                .put("kind", JsonObject.word(moment.kind()));
        name.ifPresent(given -> object.put("name", given.name()));
        return object;
    }

    private static String line(Moment moment, Map<String, String> people, Optional<MomentName> name, ZoneId zone) {
        String person = people.getOrDefault(moment.actor(), "");
        return moment.sequence() + "  " + TIME.format(moment.at().atZone(zone)) + "  "
                + (person.isEmpty() ? "" : person + "  ") + moment.label()
                + name.map(given -> "  “" + given.name() + "”").orElse("");
    }
}
