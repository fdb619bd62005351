package org.sitewright.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Make a site out of a project file.")
final class ImportCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "FILE", description = "A file that “export” wrote.")
    private Path file = Path.of("");

    ImportCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            Site site = workspace.siteMaker().fromArchive(archive, account.id());
            invocation()
                    .show(
                            Json.object().put("id", site.id().toString()).put("name", site.name()),
                            List.of("Imported “" + site.name() + "” (" + site.id() + ")."));
            return ExitCode.DONE;
        }
    }
}
