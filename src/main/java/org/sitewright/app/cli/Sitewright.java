package org.sitewright.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command that all others stand under, with the options that all have.
@Command(
        name = "sitewright",
        description = "Builds web sites on this computer and publishes them. Without a command, opens the window.",
        mixinStandardHelpOptions = true,
        version = "Sitewright 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, with a message that says what to do",
            "2:wrong usage",
            "3:nothing like that here",
            "4:refused (no account, not allowed, already open)",
            "130:cancelled"
        },
        subcommands = {
            HelpCommand.class,
            AccountCommand.class,
            CatalogueCommands.Starters.class,
            CatalogueCommands.Sections.class,
            CatalogueCommands.Components.class,
            CatalogueCommands.Themes.class,
            NewCommand.class,
            ListCommand.class,
            ShowCommand.class,
            SetCommand.class,
            SectionCommand.class,
            MediaCommand.class,
            BuildCommand.class,
            PreviewCommand.class,
            TargetCommand.class,
            PublishCommand.class,
            PromoteCommand.class,
            DeploymentsCommand.class,
            RollbackCommand.class,
            DriftCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            MergeCommand.class,
            VerifyCommand.class
        })
final class Sitewright implements Runnable {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Sitewright(Invocation invocation) {
        this.invocation = invocation;
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The data folder; else the variable SITEWRIGHT_DATA, else the platform's usual place.")
    void data(Path folder) {
        invocation.data(folder);
    }

    @Option(
            names = "--as",
            paramLabel = "EMAIL",
            scope = ScopeType.INHERIT,
            description = "The account that acts; not needed when there is only one.")
    void actAs(String email) {
        invocation.actAs(email);
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the result as one JSON document on standard output, and nothing else there.")
    void json(boolean wanted) {
        invocation.json(wanted);
    }

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print results and faults only.")
    void quiet(boolean wanted) {
        invocation.quiet(wanted);
    }

    @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "Never ask; fail where asking is needed.")
    void noInput(boolean wanted) {
        invocation.noInput(wanted);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; “sitewright help” lists them.");
    }
}
