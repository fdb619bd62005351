package org.sitewright.app.cli;

import org.sitewright.app.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Bring a site back to a moment of its history, as an edit that can be undone, or as a new site.")
final class RestoreCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--as-new", paramLabel = "NAME", description = "Make a new site of it and leave this one alone.")
    private String asNew = "";

    RestoreCommand(Invocation invocation) {
        super(invocation);
    }

    /// One of both.
    static final class Which {
        @Option(names = "--at", paramLabel = "TIME", description = "As it was then: 2026-11-18T11:42 or 2026-11-18.")
        private String at = "";

        @Option(names = "--seq", paramLabel = "N", description = "As it was after that change; see “history”.")
        private long sequence;
    }

    @Override
    int run(Workspace workspace) {
        return new MomentRestore(invocation(), workspace).run(wanted, which.at, which.sequence, asNew);
    }
}
