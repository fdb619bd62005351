package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.SignIn;
import org.sitewright.app.BackupPlaces;
import org.sitewright.app.Workspace;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupProblems;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.BackupSettings;
import org.sitewright.backup.BackupState;
import org.sitewright.backup.Sender;
import org.sitewright.backup.Sent;
import org.sitewright.backup.Verifier;
import org.sitewright.blob.BlobStore;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "backup",
        description = "Back up everything, encrypted, to a target of the kind s3 or folder, and prove that it can be"
                + " brought back. The vault is opened with SITEWRIGHT_VAULT_PASSPHRASE, or asked for.")
final class BackupCommand extends WorkspaceCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Task task = new Task();

    /// What is to be done.
    static final class Task {
        @Option(names = "--now", description = "Back up now. Sends only what is not there yet.")
        private boolean now;

        @Option(
                names = "--due",
                description = "Back up, check, prove and prune as far as each is due: for the scheduler of the system.")
        private boolean due;

        @Option(
                names = "--verify",
                description = "Check that all that was sent is there, and read an eighth of it again.")
        private boolean verify;

        @Option(names = "--verify-all", description = "The same, reading and opening every byte.")
        private boolean verifyAll;

        @Option(
                names = "--drill",
                description = "Prove it: bring everything back into a scratch folder and compare it with what is here.")
        private boolean drill;

        @Option(names = "--repair", description = "Send again what is missing or damaged there and still is here.")
        private boolean repair;

        @Option(names = "--list", description = "List the backups.")
        private boolean list;

        @Option(
                names = "--recovery-key",
                description = "Print the secret key for the recovery sheet, after --password-stdin.")
        private boolean recoveryKey;

        @Option(names = "--rotate-key", description = "Change the key. No picture or file is sent again.")
        private boolean rotateKey;

        @Option(
                names = "--pruning-key",
                paramLabel = "ID",
                description = "Keep the second key, which may delete, in the vault; its secret half is read from"
                        + " standard input. Without it nothing is ever deleted from a bucket.")
        private String pruningKey = "";
    }

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Where to; remembered from then on. See “target list”.")
    private String targetName = "";

    @Option(
            names = "--password-stdin",
            description = "Read the account's password, or the vault's passphrase, from standard input.")
    private boolean passwordFromInput;

    BackupCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        if (task.list) {
            return new BackupPrint(invocation()).list(workspace.backups());
        }
        Account account = invocation().actor(workspace);
        if (task.recoveryKey) {
            return recoveryKey(workspace, account);
        }
        if (task.due && workspace.backups().settings().isEmpty() && targetName.isEmpty()) {
            invocation().show(Json.object().put("due", false), List.of("No backups are set up."));
            return ExitCode.DONE;
        }
        try (LazyVault vault = new LazyVault(workspace, account)) {
            if (!task.pruningKey.isEmpty()) {
                return keepPruningKey(vault.get());
            }
            Target target = target(workspace, account, vault);
            try (BlobStore place = BackupPlaces.open(target, vault::get)) {
                return run(workspace, new At(account, target, place, vault));
            }
        }
    }

    private record At(Account account, Target target, BlobStore place, LazyVault vault) {}

    private int run(Workspace workspace, At at) {
        BackupService backups = workspace.backups();
        if (task.verify || task.verifyAll) {
            return verify(backups, at);
        }
        if (task.drill) {
            return drill(workspace, at);
        }
        if (task.due) {
            return due(workspace, at);
        }
        if (task.rotateKey) {
            Sent sent = backups.rotate(
                    at.place(),
                    at.vault().get(),
                    invocation().progress(),
                    invocation().cancel());
            invocation().warn("The key has changed: print the recovery sheet anew and destroy the old one.");
            return show(sent);
        }
        BackupService.Maker maker = new BackupService.Maker(at.account().id());
        if (task.repair) {
            Optional<BlobStore> pruning = BackupPlaces.pruning(at.target(), at.vault()::get);
            try (BlobStore second = pruning.orElse(at.place())) {
                return show(backups.repair(
                        at.place(),
                        second,
                        maker,
                        invocation().progress(),
                        invocation().cancel()));
            }
        }
        if (!task.now) {
            throw new IllegalStateException("one task is always named");
        }
        return show(backups.backUp(
                at.place(),
                Sender.Wish.SNAPSHOT,
                maker,
                invocation().progress(),
                invocation().cancel()));
    }

    /// The place that is set up; the one that is named is set up first.
    private Target target(Workspace workspace, Account account, LazyVault vault) {
        Optional<BackupSettings> settings = workspace.backups().settings();
        if (!targetName.isEmpty()) {
            Target named = new Lookup(workspace, account).target(targetName);
            if (settings.isEmpty() || !settings.get().target().equals(named.id().value())) {
                try (BlobStore place = BackupPlaces.open(named, vault::get)) {
                    BackupSettings unused =
                            workspace.backups().setUp(named.id().value(), account.id(), place, vault.get());
                    invocation()
                            .say("Backups go to " + place.describe() + " from now on."
                                    + " Print the recovery key: sitewright backup --recovery-key --password-stdin");
                }
            }
            return named;
        }
        return workspace
                .targets()
                .find(new TargetId(
                        settings.orElseThrow(BackupProblems::notSetUp).target()))
                .orElseThrow(BackupProblems::notSetUp);
    }

    private int show(Sent sent) {
        return new BackupPrint(invocation()).sent(sent);
    }

    private int verify(BackupService backups, At at) {
        Verifier.Report report;
        if (task.verifyAll) {
            try (AgeIdentity key = BackupService.key(at.vault().get())) {
                report = backups.checkAll(
                        at.place(), key, invocation().progress(), invocation().cancel());
            }
        } else {
            report = backups.check(
                    at.place(), false, invocation().progress(), invocation().cancel());
        }
        return new BackupPrint(invocation()).report(report);
    }

    private int drill(Workspace workspace, At at) {
        try (AgeIdentity key = BackupService.key(at.vault().get())) {
            BackupState.Proof proof = workspace
                    .backups()
                    .prove(
                            at.place(),
                            key,
                            workspace.proving(),
                            invocation().progress(),
                            invocation().cancel());
            invocation()
                    .show(
                            Json.object()
                                    .put("proven", true)
                                    .put("sites", proof.sites())
                                    .put("rows", proof.rows())
                                    .put("files", proof.files())
                                    .put("bytes", proof.bytes())
                                    .put("milliseconds", proof.millis()),
                            List.of(String.format(
                                    Locale.ROOT,
                                    "All %d sites came back from %s in %.1f s, equal in every row (%d), file (%d) and"
                                            + " page.",
                                    proof.sites(),
                                    at.place().describe(),
                                    proof.millis() / 1000.0,
                                    proof.rows(),
                                    proof.files())));
            return ExitCode.DONE;
        }
    }

    /// Each as far as it is due. What fails does not keep the rest from being tried, except the backup itself.
    private int due(Workspace workspace, At at) {
        BackupService backups = workspace.backups();
        ObjectNode json = Json.object().put("due", backups.isDue());
        List<String> lines = new ArrayList<>();
        Sender.Wish wish = backups.isDue() ? Sender.Wish.SNAPSHOT : Sender.Wish.CHANGES;
        Sent sent = backups.backUp(
                at.place(),
                wish,
                BackupService.Maker.SCHEDULE,
                invocation().progress(),
                invocation().cancel());
        sent.warnings().forEach(invocation()::warn);
        lines.add(sent.files() + " files sent, " + sent.bytes() + " bytes.");
        json.put("files", sent.files()).put("bytes", sent.bytes());
        int code = ExitCode.DONE;
        if (backups.isCheckDue()) {
            Verifier.Report report = backups.check(
                    at.place(), false, invocation().progress(), invocation().cancel());
            json.put("damages", report.damages().size());
            report.damages().forEach(damage -> invocation().warn(damage.words()));
            lines.add("Checked: " + report.damages().size() + " damages.");
            code = report.damages().isEmpty() ? code : ExitCode.FAILED;
        }
        if (backups.isProofDue()) {
            try (AgeIdentity key = BackupService.key(at.vault().get())) {
                BackupState.Proof proof = backups.prove(
                        at.place(),
                        key,
                        workspace.proving(),
                        invocation().progress(),
                        invocation().cancel());
                json.put("proven", true);
                lines.add("Proved: " + proof.sites() + " sites came back equal.");
                prune(backups, at, key, json, lines);
            } catch (Problem failed) {
                invocation().warn(failed.happened() + " " + failed.remedy() + " (" + failed.code() + ")");
                code = ExitCode.FAILED;
            }
        }
        invocation().show(json, lines);
        return code;
    }

    private static void prune(BackupService backups, At at, AgeIdentity key, ObjectNode json, List<String> lines) {
        Optional<BlobStore> pruning = BackupPlaces.pruning(at.target(), at.vault()::get);
        if (pruning.isPresent()) {
            try (BlobStore second = pruning.get()) {
                int gone = backups.prune(second, key);
                json.put("pruned", gone);
                lines.add("Pruned: " + gone + " old files.");
            }
        }
    }

    private int keepPruningKey(SecretVault vault) {
        char[] secret = invocation().secretFromInput();
        if (secret.length == 0) {
            throw new Refused("The secret is empty.", "Pipe the secret half of the key in.");
        }
        vault.putText(
                BackupPlaces.PRUNING_KEY, (task.pruningKey.strip() + "\n" + new String(secret).strip()).toCharArray());
        Arrays.fill(secret, '\0');
        invocation().show(Json.object().put("kept", true), List.of("The key for pruning is in the vault."));
        return ExitCode.DONE;
    }

    private int recoveryKey(Workspace workspace, Account account) {
        if (!passwordFromInput) {
            throw new Refused("The password is needed to show the recovery key.", "Pipe it in with --password-stdin.");
        }
        char[] password = invocation().secretFromInput();
        try (FileVault vault = opened(workspace, account, password);
                AgeIdentity key = BackupService.key(vault)) {
            char[] text = key.text();
            invocation()
                    .show(
                            Json.object().put("key", new String(text)).put("recipient", key.recipient()),
                            List.of(new String(text)));
            Arrays.fill(text, '\0');
            return ExitCode.DONE;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /// The vault may have a passphrase of its own; the account's password is right as well when that is at hand.
    private FileVault opened(Workspace workspace, Account account, char[] password) {
        try {
            return workspace.vaults().open(account.id(), password);
        } catch (Problem wrong) {
            boolean canOpen =
                    invocation().variable(Invocation.PASSPHRASE_VARIABLE).isPresent();
            if (canOpen && workspace.accounts().signIn(account.email(), password) instanceof SignIn.Welcome) {
                return invocation().vault(workspace, account);
            }
            throw wrong;
        }
    }

    /// The account's vault, opened when it is first needed.
    private final class LazyVault implements AutoCloseable {
        private final Workspace workspace;
        private final Account account;
        private Optional<FileVault> opened = Optional.empty();

        LazyVault(Workspace workspace, Account account) {
            this.workspace = workspace;
            this.account = account;
        }

        SecretVault get() {
            if (opened.isEmpty()) {
                opened = Optional.of(invocation().vault(workspace, account));
            }
            return opened.orElseThrow();
        }

        @Override
        public void close() {
            opened.ifPresent(FileVault::close);
        }
    }
}
