package org.sitewright.app.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.OpenTargets;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.secret.FileVault;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "target",
        description = "The places to publish to.",
        subcommands = {
            TargetCommand.Add.class,
            TargetCommand.All.class,
            TargetCommand.Test.class,
            TargetCommand.Remove.class
        })
final class TargetCommand extends GroupCommand {
    private static final String SECRET_VARIABLE = "SITEWRIGHT_TARGET_SECRET";

    @Command(name = "add", description = "Add a place to publish to.")
    static final class Add extends WorkspaceCommand {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NAME", description = "What it is called.")
        private String name = "";

        @Mixin
        private TargetOptions options = new TargetOptions();

        @Option(
                names = "--stages-for",
                paramLabel = "TARGET",
                description = "Make it the staging place of that target: search engines are asked to leave it out, and"
                        + " “promote” brings what is on it to that target.")
        private String stagesFor = "";

        @Option(
                names = "--secret-stdin",
                description = "Read the secret from standard input: the secret half of the key for s3, the password for"
                        + " sftp, ftps and webdav, the passphrase of a key file, the token for git over https, vercel"
                        + " and heroku. Else it is taken from the environment variable " + SECRET_VARIABLE
                        + ", or asked for.")
        private boolean secretFromInput;

        Add(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            if (name.isBlank() || name.length() > 100) {
                throw new ParameterException(spec.commandLine(), "A target's name has 1 to 100 characters.");
            }
            Account account = invocation().actor(workspace);
            Target plain = new Target(
                    new TargetId(workspace.ids().next()),
                    account.id(),
                    name.strip(),
                    options.settings(spec.commandLine()),
                    workspace.clock().instant().truncatedTo(ChronoUnit.MICROS));
            Target target = stagesFor.isEmpty() ? plain : plain.staging(live(workspace, account));
            if (workspace.targets().find(account.id(), target.name()).isPresent()) {
                throw new Problem(
                        "SW-PUB-NAME",
                        "There is another target with the name “" + target.name() + "”.",
                        "Give this one another name.");
            }
            secret(target.settings()).ifPresent(secret -> keep(workspace, account, target, secret));
            workspace.targets().save(target);
            invocation().show(print(target), List.of("Added the target “" + target.name() + "”."));
            return ExitCode.DONE;
        }

        private TargetId live(Workspace workspace, Account account) {
            Target live = new Lookup(workspace, account).target(stagesFor);
            if (live.isStaging()) {
                throw new Refused(
                        "“" + live.name() + "” is a staging place itself.", "Name the target that visitors are shown.");
            }
            return live.id();
        }

        private Optional<char[]> secret(TargetSettings settings) {
            if (settings.secret() == TargetSettings.Secret.NONE) {
                return Optional.empty();
            }
            if (secretFromInput) {
                return Optional.of(invocation().secretFromInput());
            }
            Optional<char[]> given = invocation().variable(SECRET_VARIABLE).map(String::toCharArray);
            if (given.isPresent() || settings.secret() == TargetSettings.Secret.OPTIONAL) {
                return given;
            }
            return Optional.of(invocation()
                    .askSecret("Secret of the target")
                    .orElseThrow(() -> new Refused(
                            "No secret was given.",
                            "Pipe it in with --secret-stdin, or put it into " + SECRET_VARIABLE + ".")));
        }

        private void keep(Workspace workspace, Account account, Target target, char[] secret) {
            try (FileVault vault = invocation().vault(workspace, account)) {
                if (secret.length == 0) {
                    throw new Refused("The secret is empty.", "Pipe it in with --secret-stdin.");
                }
                OpenTargets.keep(vault, target, options.accessKey(), secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
    }

    @Command(name = "list", description = "List the targets of the account, never their keys.")
    static final class All extends WorkspaceCommand {
        All(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Target target :
                    workspace.targets().list(invocation().actor(workspace).id())) {
                String live = Optional.ofNullable(target.stagesFor())
                        .flatMap(id -> workspace.targets().find(id))
                        .map(Target::name)
                        .orElse("");
                array.add(print(target).put("stagesFor", live));
                lines.add(target.name() + "  " + target.settings().place()
                        + (live.isEmpty() ? "" : "  staging for " + live));
            }
            invocation().show(array, lines);
            return ExitCode.DONE;
        }
    }

    @Command(name = "test", description = "Try everything that publishing there needs. Leaves nothing behind.")
    static final class Test extends WorkspaceCommand {
        @Parameters(paramLabel = "NAME", description = "The target's name.")
        private String name = "";

        @Option(
                names = "--trust",
                paramLabel = "KEY",
                description = "For sftp, ftps and git over SSH: accept this key or certificate of the server from now"
                        + " on, as a test without it shows it: SHA256:…")
        private String trusted = "";

        Test(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            Account account = invocation().actor(workspace);
            Target target = trusting(workspace, new Lookup(workspace, account).target(name));
            try (Keys keys = new Keys(invocation(), workspace, account);
                    PublishTarget open = keys.targets().open(target)) {
                return switch (open.test()) {
                    case Verdict.Ready ready -> {
                        keepSupport(workspace, target, ready.support());
                        ready.warnings().forEach(invocation()::warn);
                        List<String> lines =
                                new ArrayList<>(List.of("Publishing to " + open.describe() + " will work."));
                        ObjectNode json = Json.object().put("ready", true);
                        if (target.settings() instanceof TargetSettings.S3) {
                            ready.support().abilities().forEach(each -> lines.add("  " + each.words()));
                            json.put("conditionalWrites", ready.support().conditionalWrites())
                                    .put("checksums", ready.support().checksums())
                                    .put("everySum", ready.support().everySum())
                                    .put("redirects", ready.support().redirects());
                        }
                        invocation().show(json, lines);
                        yield ExitCode.DONE;
                    }
                    case Verdict.Refused(PublishFailure failure) -> {
                        invocation().show(Json.object().put("ready", false).put("code", failure.code()), List.of());
                        throw new Problem(failure.code(), failure.happened(), failure.remedy());
                    }
                };
            }
        }

        private Target trusting(Workspace workspace, Target target) {
            if (trusted.isEmpty()) {
                return target;
            }
            Target changed = target.withSettings(
                    switch (target.settings()) {
                        case TargetSettings.Sftp sftp -> sftp.trusting(trusted);
                        case TargetSettings.Ftps ftps -> ftps.trusting(trusted);
                        case TargetSettings.Git git -> git.trusting(trusted);
                        case TargetSettings.Folder folder -> throw nothingToTrust();
                        case TargetSettings.S3 s3 -> throw nothingToTrust();
                        case TargetSettings.WebDav dav -> throw nothingToTrust();
                        case TargetSettings.Zip zip -> throw nothingToTrust();
                        case TargetSettings.Vercel vercel -> throw nothingToTrust();
                        case TargetSettings.Heroku heroku -> throw nothingToTrust();
                    });
            workspace.targets().save(changed);
            return changed;
        }

        private static Refused nothingToTrust() {
            return new Refused("This kind of target has no server key to accept.", "Leave --trust out.");
        }

        private static void keepSupport(Workspace workspace, Target target, TargetSettings.Support support) {
            if (target.settings() instanceof TargetSettings.S3 s3
                    && !s3.support().equals(support)) {
                workspace.targets().save(target.withSettings(s3.with(support)));
            }
        }
    }

    @Command(name = "remove", description = "Forget a target. What is published there stays.")
    static final class Remove extends WorkspaceCommand {
        @Parameters(paramLabel = "NAME", description = "The target's name.")
        private String name = "";

        Remove(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            Account account = invocation().actor(workspace);
            Target target = new Lookup(workspace, account).target(name);
            if (target.settings().secret() == TargetSettings.Secret.REQUIRED) {
                try (FileVault vault = invocation().vault(workspace, account)) {
                    vault.delete(target.secretName());
                }
            }
            workspace.targets().remove(target.id());
            invocation().show(Json.object().put("removed", target.name()), List.of("Removed “" + target.name() + "”."));
            return ExitCode.DONE;
        }
    }

    private static ObjectNode print(Target target) {
        return Json.object()
                .put("name", target.name())
                .put("kind", target.settings().kind())
                .put("place", target.settings().place())
                .put("publicUrl", target.settings().publicUrl());
    }
}
