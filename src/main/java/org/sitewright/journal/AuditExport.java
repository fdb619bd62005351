package org.sitewright.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// Writes the audit log out, newest first, a stretch at a time.
public final class AuditExport {
    private static final int AT_ONCE = 500;

    private final AuditLog log;
    private final Map<String, String> people;

    /// @param people what accounts are called, by their ids
    public AuditExport(AuditLog log, Map<String, String> people) {
        this.log = log;
        this.people = Map.copyOf(people);
    }

    /// One row for each record (RFC 4180). A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe.
    ///
    /// @return how many records there are
    public long csv(AuditQuery query, Appendable out) {
        row(
                out,
                "sequence",
                "time",
                "person",
                "action",
                "what",
                "resource",
                "resource id",
                "site",
                "previous value",
                "new value");
        return each(
                query,
                record -> row(
                        out,
                        String.valueOf(record.sequence()),
                        record.at().toString(),
                        people.getOrDefault(record.user(), record.user()),
                        record.action(),
                        record.label(),
                        record.resourceType(),
                        record.resourceId(),
                        record.site(),
                        record.previousValue(),
                        record.newValue()));
    }

    /// One JSON array with an object for each record.
    ///
    /// @return how many records there are
    public long json(AuditQuery query, Appendable out) {
        append(out, "[");
        boolean[] first = {true};
        long count = each(query, record -> {
            append(out, first[0] ? System.lineSeparator() : "," + System.lineSeparator());
            append(out, Json.write(object(record)));
            first[0] = false;
        });
        append(out, System.lineSeparator() + "]" + System.lineSeparator());
        return count;
    }

    /// One record as JSON.
    public ObjectNode object(AuditRecord record) {
        ObjectNode object = Json.object()
                .put("seq", record.sequence())
                .put("at", record.at().toString())
                .put("user", record.user())
                .put("person", people.getOrDefault(record.user(), ""))
                .put("site", record.site())
                .put("action", record.action())
                .put("label", record.label())
                .put("resource", record.resourceType())
                .put("id", record.resourceId());
        object.set("previous", Json.read(record.previousValue()));
        object.set("next", Json.read(record.newValue()));
        return object;
    }

    private long each(AuditQuery query, Consumer<AuditRecord> reader) {
        long count = 0;
        long before = Long.MAX_VALUE;
        while (true) {
            List<AuditRecord> records = log.find(query, before, AT_ONCE);
            records.forEach(reader);
            count += records.size();
            if (records.size() < AT_ONCE) {
                return count;
            }
            before = records.getLast().sequence();
        }
    }

    private static void row(Appendable out, String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        append(out, line.append("\r\n"));
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private static void append(Appendable out, CharSequence text) {
        try {
            Appendable unused = out.append(text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
