package org.sitewright.app.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    /// The kinds of targets.
    enum Kind {
        S3,
        FOLDER
    }

    @Command(name = "add", description = "Add a place to publish to.")
    static final class Add extends WorkspaceCommand {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NAME", description = "What it is called.")
        private String name = "";

        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "s3 or folder.")
        private Kind kind = Kind.FOLDER;

        @Option(names = "--folder", paramLabel = "DIR", description = "For folder: where the files go.")
        private @Nullable Path folder;

        @Option(names = "--bucket", paramLabel = "B", description = "For s3: the bucket.")
        private String bucket = "";

        @Option(names = "--region", paramLabel = "R", description = "For s3: its region. Default: us-east-1.")
        private String region = "us-east-1";

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                description = "For s3: the address of a host other than Amazon, as https://s3.example.org.")
        private String endpoint = "";

        @Option(names = "--prefix", paramLabel = "P", description = "For s3: a folder inside the bucket.")
        private String prefix = "";

        @Option(names = "--path-style", description = "For s3: write the bucket into the path, as many hosts want it.")
        private boolean pathStyle;

        @Option(
                names = "--limit",
                paramLabel = "KB",
                description = "For s3: send at most so many kilobytes a second. Default: no limit.")
        private int limit;

        @Option(
                names = "--distribution",
                paramLabel = "ID",
                description = "For s3: the CloudFront distribution before the bucket, to be refreshed.")
        private String distribution = "";

        @Option(names = "--access-key", paramLabel = "ID", description = "For s3: the id of the access key.")
        private String accessKey = "";

        @Option(
                names = "--secret-stdin",
                description = "For s3: read the secret half of the key from standard input; else it is asked for.")
        private boolean secretFromInput;

        @Option(names = "--public-url", paramLabel = "URL", description = "Where visitors find what is published.")
        private String publicUrl = "";

        Add(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            if (name.isBlank() || name.length() > 100) {
                throw new ParameterException(spec.commandLine(), "A target's name has 1 to 100 characters.");
            }
            Account account = invocation().actor(workspace);
            Target target = new Target(
                    new TargetId(workspace.ids().next()),
                    account.id(),
                    name.strip(),
                    settings(),
                    workspace.clock().instant().truncatedTo(ChronoUnit.MICROS));
            if (workspace.targets().find(account.id(), target.name()).isPresent()) {
                throw new Problem(
                        "SW-PUB-NAME",
                        "There is another target with the name “" + target.name() + "”.",
                        "Give this one another name.");
            }
            if (kind == Kind.S3) {
                keepKey(workspace, account, target);
            }
            workspace.targets().save(target);
            invocation().show(print(target), List.of("Added the target “" + target.name() + "”."));
            return ExitCode.DONE;
        }

        private TargetSettings settings() {
            return switch (kind) {
                case FOLDER -> {
                    Path wanted = folder;
                    if (wanted == null) {
                        throw new ParameterException(spec.commandLine(), "A folder target needs --folder DIR.");
                    }
                    yield new TargetSettings.Folder(wanted.toAbsolutePath().normalize(), publicUrl);
                }
                case S3 -> {
                    if (bucket.isBlank() || accessKey.isBlank()) {
                        throw new ParameterException(
                                spec.commandLine(), "An S3 target needs --bucket B and --access-key ID.");
                    }
                    yield new TargetSettings.S3(
                                    endpoint, region, bucket, prefix, pathStyle, publicUrl, TargetSettings.Support.FULL)
                            .with(new TargetSettings.Delivery(Math.max(0, limit) * 1000L, distribution.strip()));
                }
            };
        }

        private void keepKey(Workspace workspace, Account account, Target target) {
            char[] secret = secretFromInput
                    ? invocation().secretFromInput()
                    : invocation()
                            .askSecret("Secret access key")
                            .orElseThrow(() -> new Refused("No secret was given.", "Pipe it in with --secret-stdin."));
            try (FileVault vault = invocation().vault(workspace, account)) {
                if (secret.length == 0) {
                    throw new Refused("The secret is empty.", "Pipe it in with --secret-stdin.");
                }
                OpenTargets.keep(vault, target, accessKey, secret);
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
                array.add(print(target));
                lines.add(target.name() + "  " + place(target.settings()));
            }
            invocation().show(array, lines);
            return ExitCode.DONE;
        }
    }

    @Command(name = "test", description = "Try everything that publishing there needs. Leaves nothing behind.")
    static final class Test extends WorkspaceCommand {
        @Parameters(paramLabel = "NAME", description = "The target's name.")
        private String name = "";

        Test(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            Account account = invocation().actor(workspace);
            Target target = new Lookup(workspace, account).target(name);
            try (Keys keys = new Keys(invocation(), workspace, account);
                    PublishTarget open = keys.targets().open(target)) {
                return switch (open.test()) {
                    case Verdict.Ready ready -> {
                        keepSupport(workspace, target, ready.support());
                        ready.warnings().forEach(invocation()::warn);
                        invocation()
                                .show(
                                        Json.object().put("ready", true),
                                        List.of("Publishing to " + open.describe() + " will work."));
                        yield ExitCode.DONE;
                    }
                    case Verdict.Refused(PublishFailure failure) -> {
                        invocation().show(Json.object().put("ready", false).put("code", failure.code()), List.of());
                        throw new Problem(failure.code(), failure.happened(), failure.remedy());
                    }
                };
            }
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
            if (target.settings() instanceof TargetSettings.S3) {
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
                .put("kind", target.settings() instanceof TargetSettings.S3 ? "s3" : "folder")
                .put("place", place(target.settings()))
                .put("publicUrl", target.settings().publicUrl());
    }

    private static String place(TargetSettings settings) {
        return switch (settings) {
            case TargetSettings.Folder folder -> folder.folder().toString();
            case TargetSettings.S3 s3 -> "s3://" + s3.bucket() + (s3.prefix().isEmpty() ? "" : "/" + s3.prefix());
        };
    }
}
