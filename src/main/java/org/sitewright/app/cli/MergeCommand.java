package org.sitewright.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitewright.accounts.Account;
import org.sitewright.app.SiteMerging;
import org.sitewright.app.Workspace;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.history.Conflict;
import org.sitewright.history.Merged;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "merge",
        description = "Join a site with a copy of it that was changed elsewhere, section by section and field by field,"
                + " as one edit that can be undone. Where both changed the same thing, say who wins.")
final class MergeCommand extends WorkspaceCommand {
    @Parameters(index = "0", paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A file that “export” wrote of the copy.")
    private Path file = Path.of("");

    @Option(names = "--mine", description = "What is here wins every other conflict.")
    private boolean mine;

    @Option(names = "--theirs", description = "The copy wins every conflict.")
    private boolean theirs;

    @Option(names = "--take", paramLabel = "KEY", description = "The copy wins this conflict; may be repeated.")
    private List<String> take = new ArrayList<>();

    @Option(names = "--dry-run", description = "Say what would be joined, and change nothing.")
    private boolean dryRun;

    MergeCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        SiteId site = new Lookup(workspace, account).listing(wanted).id();
        SiteMerging merging = workspace.merging();
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            Merged look = merging.look(site, archive, Set.copyOf(take));
            Set<String> won = new HashSet<>(take);
            if (theirs) {
                look.conflicts().forEach(conflict -> won.add(conflict.key()));
            }
            boolean decided = mine
                    || theirs
                    || won.containsAll(
                            look.conflicts().stream().map(Conflict::key).toList());
            if (!dryRun && !decided) {
                look.conflicts().forEach(conflict -> invocation().warn(words(conflict)));
                throw new Problem(
                        "SW-MERGE-CONFLICT",
                        "Both copies changed the same things. Nothing was joined.",
                        "Say who wins with --mine, --theirs or --take KEY.");
            }
            if (!dryRun) {
                Merged unused = merging.join(site, archive, won, account.id());
            }
            show(look, won);
            return ExitCode.DONE;
        }
    }

    private void show(Merged merged, Set<String> won) {
        ObjectNode object = Json.object().put("joined", !dryRun);
        ArrayNode conflicts = object.putArray("conflicts");
        List<String> lines = new ArrayList<>();
        for (Conflict conflict : merged.conflicts()) {
            conflicts
                    .addObject()
                    .put("key", conflict.key())
                    .put("where", conflict.where())
                    .put("mine", conflict.mine())
                    .put("theirs", conflict.theirs())
                    .put("winner", won.contains(conflict.key()) ? "theirs" : "mine");
            lines.add(words(conflict));
        }
        lines.add(dryRun ? "Nothing was changed." : "Both copies are one now. That is an edit: it can be undone.");
        invocation().show(object, lines);
    }

    private static String words(Conflict conflict) {
        return conflict.where() + "  here: “" + conflict.mine() + "”  there: “" + conflict.theirs() + "”  ("
                + conflict.key() + ")";
    }
}
