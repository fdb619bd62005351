package org.sitewright.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.sitewright.app.Workspace;
import org.sitewright.archive.ArchiveWriter;
import org.sitewright.archive.SiteArchive;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Write a site with its pictures into one project file, an open zip.")
final class ExportCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--with-history", description = "Also the site as it was at each of its moments.")
    private boolean withHistory;

    ExportCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Site site = new Lookup(workspace, invocation().actor(workspace)).site(wanted);
        SiteArchive archive = workspace.archive(site, withHistory);
        Path file = out.toAbsolutePath();
        new ArchiveWriter(workspace.mediaStore())
                .write(archive, file, invocation().progress(), invocation().cancel());
        invocation()
                .show(
                        Json.object()
                                .put("file", file.toString())
                                .put("media", archive.media().size())
                                .put("moments", withHistory ? archive.moments().size() : 0),
                        List.of("Wrote " + file + "."));
        return ExitCode.DONE;
    }
}
