package org.sitewright.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Account;
import org.sitewright.app.BackupPlaces;
import org.sitewright.app.SiteRestore;
import org.sitewright.app.Workspace;
import org.sitewright.app.WorkspaceRestore;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Moment;
import org.sitewright.backup.Reading;
import org.sitewright.backup.Restore;
import org.sitewright.backup.Restored;
import org.sitewright.blob.BlobStore;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.secret.FileVault;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

@Command(
        name = "restore",
        description = "Bring a site back to a moment of its history, as an edit that can be undone, or with --as-new as"
                + " a site of its own. With --from, bring back from a backup: everything into an empty data folder, or"
                + " one site beside what is here. Nothing is touched before all that came back was verified.",
        footer = {
            "",
            "The keys of a bucket are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY when it is named by its"
                    + " address, else from the vault. An address is s3://bucket/folder, with ?endpoint=URL&region=R"
                    + " for a host other than Amazon (or AWS_ENDPOINT_URL and AWS_REGION), or a folder.",
            "A folder of files that were decrypted with “age -d” needs no key."
        })
final class RestoreCommand implements Callable<Integer> {
    private static final String KEY_VARIABLE = "SITEWRIGHT_RECOVERY_KEY";

    private final Invocation invocation;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SITE",
            arity = "0..1",
            description = "Without --from: an id, a slug or an unambiguous name.")
    private String here = "";

    @Option(
            names = "--from",
            paramLabel = "TARGET-OR-URL",
            description = "A target, a folder, or s3://bucket/folder?endpoint=URL&region=R.")
    private String from = "";

    @Option(names = "--site", paramLabel = "SITE", description = "Only this site: an id, a slug or a name.")
    private String site = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "As it was then: 2026-03-01T10:00, with Z for UTC. With --from, else the newest.")
    private String at = "";

    @Option(
            names = "--seq",
            paramLabel = "N",
            description = "As it was right after that change; see “history” or --moments.")
    private long sequence;

    @Option(
            names = "--device",
            paramLabel = "ID",
            description = "From the journal of that device. Else of the one that backed up last.")
    private String device = "";

    @Option(names = "--moments", description = "Only list the changes that can be brought back.")
    private boolean moments;

    @Option(names = "--as-new", paramLabel = "NAME", description = "What the site is called that is made of it.")
    private String name = "";

    @Option(
            names = "--replace",
            description = "With --site: make the site that is here what it was; what it is now goes into the bin."
                    + " Else: put the data folder that is here aside.")
    private boolean replace;

    @Option(names = "--key-stdin", description = "Read the recovery key from standard input.")
    private boolean keyFromInput;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Read the recovery key from a file, as “age -i” does. Else it is taken from the variable "
                    + KEY_VARIABLE + ", the vault of this data folder, or asked for.")
    private @Nullable Path keyFile;

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (from.isEmpty()) {
            return toMoment();
        }
        if (!here.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "With --from, name one site with --site.");
        }
        Path data = invocation.dataFolder();
        boolean empty = WorkspaceRestore.isEmpty(data);
        Optional<TargetSettings> address = BackupPlaces.settings(from, invocation.environment());
        if (empty || (site.isEmpty() && !moments && replace && address.isPresent())) {
            TargetSettings settings = address.orElseThrow(() -> new NotHere(
                    "“" + Lookup.shortened(from) + "” is no address of backups.",
                    "Name a folder, or a bucket as s3://bucket/folder."));
            try (BlobStore place = BackupPlaces.open(settings, environmentKeys())) {
                return moments ? list(place, key(Optional.empty())) : everything(place, settings, data);
            }
        }
        try (Workspace workspace = invocation.open()) {
            return inWorkspace(workspace, address);
        }
    }

    private int toMoment() {
        if (here.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a site, or with --from where the backups are.");
        }
        if (at.isEmpty() == (sequence == 0)) {
            throw new ParameterException(
                    spec.commandLine(), "Say when: with --at TIME or with --seq N, see “history”.");
        }
        try (Workspace workspace = invocation.open()) {
            return new MomentRestore(invocation, workspace).run(here, at, sequence, name);
        }
    }

    private int inWorkspace(Workspace workspace, Optional<TargetSettings> address) {
        Account account = invocation.actor(workspace);
        if (site.isEmpty() && !moments) {
            throw new Refused(
                    "There is a workspace in this data folder already.",
                    "Name an empty folder with --data, one site with --site, or put this one aside with --replace and"
                            + " the address of the backups.");
        }
        if (address.isPresent()) {
            try (BlobStore place = BackupPlaces.open(address.get(), environmentKeys())) {
                return moments
                        ? list(place, key(Optional.of(workspace)))
                        : oneSite(workspace, account, place, key(Optional.of(workspace)));
            }
        }
        Target target = new Lookup(workspace, account).target(from);
        try (FileVault vault = invocation.vault(workspace, account);
                BlobStore place = BackupPlaces.open(target, () -> vault)) {
            AgeIdentity key = keyFromInput || keyFile != null ? key(Optional.empty()) : BackupService.key(vault);
            return moments ? list(place, key) : oneSite(workspace, account, place, key);
        }
    }

    private int everything(BlobStore place, TargetSettings settings, Path data) {
        WorkspaceRestore restore = new WorkspaceRestore(data, invocation.assets(), invocation.clock());
        Path scratch = restore.scratch();
        try (AgeIdentity key = key(Optional.empty());
                Reading reading = Reading.open(place, key, scratch.resolveSibling(scratch.getFileName() + ".parts"))) {
            Restored restored =
                    restore.run(reading, settings, choice(), scratch, invocation.progress(), invocation.cancel());
            restored.warnings().forEach(invocation::warn);
            invocation.show(
                    Json.object()
                            .put("sequence", restored.sequence())
                            .put("at", restored.at().toString())
                            .put("files", restored.files())
                            .put("bytes", restored.bytes())
                            .put("folder", data.toString()),
                    List.of(String.format(
                            Locale.ROOT,
                            "Everything came back as of %s (change %d), with %d pictures and files, %,d bytes.",
                            restored.at(),
                            restored.sequence(),
                            restored.files(),
                            restored.bytes())));
            return ExitCode.DONE;
        }
    }

    private int oneSite(Workspace workspace, Account account, BlobStore place, @Nullable AgeIdentity key) {
        Path scratch = workspace.backups().temporary();
        try (key;
                Reading reading = Reading.open(place, key, workspace.backups().temporary())) {
            SiteRestore restore = new SiteRestore(workspace, reading, scratch);
            SiteRestore.Found found =
                    restore.find(choice(), account.id(), site, invocation.progress(), invocation.cancel());
            found.moment().warnings().forEach(invocation::warn);
            Site made = replace ? restore.replace(found, account.id()) : restore.beside(found, account.id(), name);
            invocation.show(
                    Json.object()
                            .put("id", made.id().toString())
                            .put("name", made.name())
                            .put("at", found.moment().at().toString())
                            .put("sequence", found.moment().sequence()),
                    List.of("Restored “" + made.name() + "” as of "
                            + found.moment().at() + " (" + made.id() + ")."));
            return ExitCode.DONE;
        } finally {
            SiteRestore.remove(scratch);
        }
    }

    private int list(BlobStore place, @Nullable AgeIdentity key) {
        Path temporary = temporary();
        try (key;
                Reading reading = Reading.open(place, key, temporary)) {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Moment moment : new Restore(reading, Workspace.storesFromBackups(invocation.clock()))
                    .moments(device, invocation.cancel())) {
                array.addObject()
                        .put("seq", moment.sequence())
                        .put("at", moment.at().toString())
                        .put("site", moment.site())
                        .put("label", moment.label());
                lines.add(moment.sequence() + "  " + moment.at() + "  " + moment.label());
            }
            invocation.show(array, lines);
            return ExitCode.DONE;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sitewright-restore");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Choice choice() {
        if (sequence > 0) {
            return new Choice(device, sequence, null);
        }
        return new Choice(device, 0, at.isEmpty() ? null : time());
    }

    private Instant time() {
        try {
            return at.endsWith("Z")
                    ? Instant.parse(at)
                    : LocalDateTime.parse(at.length() == 10 ? at + "T23:59:59" : at)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException notATime) {
            throw new ParameterException(
                    spec.commandLine(), "“" + at + "” is no time; write it as 2026-03-01T10:00.", notATime);
        }
    }

    private Credentials environmentKeys() {
        return () -> new AccessKey(
                invocation.variable("AWS_ACCESS_KEY_ID").orElseThrow(RestoreCommand::noKeys),
                invocation.variable("AWS_SECRET_ACCESS_KEY").orElseThrow(RestoreCommand::noKeys));
    }

    private static Refused noKeys() {
        return new Refused(
                "The keys of the bucket are not known here.",
                "Put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }

    /// The recovery key from where the person says it is; null for a folder of decrypted files.
    private @Nullable AgeIdentity key(Optional<Workspace> workspace) {
        if (keyFromInput) {
            return identity(invocation.secretFromInput());
        }
        if (keyFile != null) {
            return identity(line(keyFile));
        }
        Optional<char[]> given = invocation.variable(KEY_VARIABLE).map(String::toCharArray);
        if (given.isPresent()) {
            return identity(given.get());
        }
        if (isDecrypted()) {
            return null;
        }
        if (workspace.isPresent() && workspace.get().backups().settings().isPresent()) {
            try (FileVault vault = invocation.vault(workspace.get(), invocation.actor(workspace.get()))) {
                return BackupService.key(vault);
            }
        }
        return identity(invocation
                .askSecret("Recovery key")
                .orElseThrow(() -> new Refused(
                        "The recovery key is needed.",
                        "Pipe it in with --key-stdin, name a file with --key FILE, or put it into " + KEY_VARIABLE
                                + ".")));
    }

    private boolean isDecrypted() {
        Path folder = Path.of(from);
        try (var files = Files.isDirectory(folder.resolve("snapshots"))
                ? Files.list(folder.resolve("snapshots"))
                : java.util.stream.Stream.<Path>empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".zip"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static AgeIdentity identity(char[] text) {
        try {
            return AgeIdentity.of(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    /// The key's line in a file that may have comments, as those of `age-keygen` have.
    private char[] line(Path file) {
        if (file.toString().toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY-")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--key takes the name of a file: what stands in a command can be read by others on this computer."
                            + " Pipe the key in with --key-stdin.");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text =
                    StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(bytes)).toString();
            Arrays.fill(bytes, (byte) 0);
            return text.lines()
                    .filter(each -> !each.isBlank() && !each.startsWith("#"))
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        } catch (IOException unreadable) {
            throw new NotHere("The file " + file + " cannot be read.", "Check its name.");
        }
    }
}
