package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewright.backup.Backup;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.Damage;
import org.sitewright.backup.Sent;
import org.sitewright.backup.Verifier;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints what backups did and found.
final class BackupPrint {
    private final Invocation invocation;

    BackupPrint(Invocation invocation) {
        this.invocation = invocation;
    }

    int sent(Sent sent) {
        sent.warnings().forEach(invocation::warn);
        ObjectNode json = Json.object()
                .put("files", sent.files())
                .put("bytes", sent.bytes())
                .put("sequence", sent.sequence())
                .put("size", sent.size());
        if (sent.snapshot() != null) {
            json.put("snapshot", sent.snapshot());
        }
        invocation.show(
                json,
                List.of(
                        sent.isNothing()
                                ? "Everything was there already; nothing was sent."
                                : String.format(
                                        Locale.ROOT,
                                        "Backed up up to change %d: %d files sent, %,d bytes.",
                                        sent.sequence(),
                                        sent.files(),
                                        sent.bytes())));
        return ExitCode.DONE;
    }

    int report(Verifier.Report report) {
        ObjectNode json = Json.object()
                .put("whole", report.damages().isEmpty())
                .put("objects", report.objects())
                .put("bytes", report.bytes());
        ArrayNode damages = json.putArray("damages");
        List<String> lines = new ArrayList<>();
        for (Damage damage : report.damages()) {
            damages.addObject()
                    .put("name", damage.name())
                    .put("kind", JsonObject.word(damage.kind()))
                    .put("words", damage.words());
            lines.add(damage.words());
        }
        if (lines.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "All %d objects are there; %,d bytes were read again.",
                    report.objects(),
                    report.bytes()));
        }
        invocation.show(json, lines);
        if (report.damages().isEmpty()) {
            return ExitCode.DONE;
        }
        invocation.warn("“sitewright backup --repair” sends again what is still here. (SW-BACKUP-VERIFY)");
        return ExitCode.FAILED;
    }

    int list(BackupService backups) {
        ArrayNode array = Json.array();
        List<String> lines = new ArrayList<>();
        for (Backup backup : backups.list()) {
            ObjectNode object = array.addObject()
                    .put("at", backup.createdAt().toString())
                    .put("url", backup.url())
                    .put("size", backup.size())
                    .put("sent", backup.details().sent())
                    .put("sequence", backup.details().sequence())
                    .put("status", JsonObject.word(backup.status()))
                    .put("automated", backup.automated());
            if (backup.details().provenAt() != null) {
                object.put("provenAt", backup.details().provenAt().toString());
            }
            lines.add(backup.createdAt() + "  " + JsonObject.word(backup.status()) + "  " + backup.url() + "  "
                    + backup.details().note());
        }
        invocation.show(array, lines);
        return ExitCode.DONE;
    }
}
