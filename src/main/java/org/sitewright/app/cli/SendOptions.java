package org.sitewright.app.cli;

import picocli.CommandLine.Option;

/// The options of everything that sends to a target.
final class SendOptions {
    @Option(names = "--dry-run", description = "Only show what would change, with a reason for each file.")
    private boolean dryRun;

    @Option(
            names = "--yes",
            description = "Do not ask; also agree to deleting many files and to replacing another site.")
    private boolean yes;

    boolean isDryRun() {
        return dryRun;
    }

    /// Whether everything that would be asked is agreed to.
    boolean isAgreed() {
        return yes;
    }
}
