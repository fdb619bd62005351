package org.sitewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupProblems;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.BackupSettings;
import org.sitewright.backup.BackupState;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Moment;
import org.sitewright.backup.Reading;
import org.sitewright.backup.RecoverySheet;
import org.sitewright.backup.Restore;
import org.sitewright.backup.Sender;
import org.sitewright.backup.Sent;
import org.sitewright.backup.Verifier;
import org.sitewright.blob.BlobStore;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.VaultCredentials;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.ui.backup.BackupActions;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// What the screen of backups does on an open workspace, with the vault of who is signed in.
final class BackupDesk implements BackupActions {
    private final Workspace workspace;
    private final SignInGate gate;

    BackupDesk(Workspace workspace, SignInGate gate) {
        this.workspace = workspace;
        this.gate = gate;
    }

    private BackupService backups() {
        return workspace.backups();
    }

    /// The target that backups go to; empty before the set-up.
    Optional<Target> target() {
        return backups().settings().flatMap(settings -> workspace.targets().find(new TargetId(settings.target())));
    }

    /// Opens the place.
    BlobStore place() {
        return BackupPlaces.open(target().orElseThrow(BackupProblems::notSetUp), gate::vault);
    }

    @Override
    public Overview overview(UserId user) {
        Optional<BackupSettings> settings = backups().settings();
        return new Overview(
                settings,
                backups().state(),
                target().map(target -> target.settings().place()).orElse(""),
                settings.isPresent() ? backups().behind() : 0,
                backups().list(),
                workspace.targets().list(user).stream()
                        .filter(BackupPlaces::canHold)
                        .filter(target -> target.settings().publicUrl().isEmpty())
                        .map(target -> new Place(
                                target.id().value(),
                                target.name(),
                                target.settings().place()))
                        .toList(),
                workspace.sites().list(user).stream()
                        .map(site -> new SiteName(site.id(), site.name()))
                        .toList(),
                workspace.clock().instant());
    }

    @Override
    public void setUp(UserId user, UUID target) {
        setUp(user, workspace.targets().find(new TargetId(target)).orElseThrow(BackupProblems::notSetUp));
    }

    private void setUp(UserId user, Target target) {
        try (BlobStore place = BackupPlaces.open(target, gate::vault)) {
            BackupSettings unused = backups().setUp(target.id().value(), user, place, gate.vault());
        }
    }

    @Override
    public void setUpFolder(UserId user, Path folder) {
        Target target =
                target(user, new TargetSettings.Folder(folder.toAbsolutePath().normalize(), ""));
        workspace.targets().save(target);
        setUp(user, target);
    }

    @Override
    public void setUpBucket(UserId user, Bucket bucket, String secret) {
        String endpoint = bucket.endpoint().strip();
        Target target = target(
                user,
                new TargetSettings.S3(
                        endpoint,
                        bucket.region().strip(),
                        bucket.name().strip(),
                        bucket.folder().strip(),
                        !endpoint.isEmpty(),
                        "",
                        TargetSettings.Support.FULL));
        VaultCredentials.keep(gate.vault(), target, new AccessKey(bucket.keyId(), secret));
        try (BlobStore place = BackupPlaces.open(target, gate::vault)) {
            List<BlobStore.Blob> unused = place.list("format.json");
        } catch (Problem wrong) {
            gate.vault().delete(target.secretName());
            throw wrong;
        }
        workspace.targets().save(target);
        setUp(user, target);
    }

    private Target target(UserId user, TargetSettings settings) {
        List<String> taken = workspace.targets().list(user).stream()
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        String name = "Backups";
        for (int number = 2; taken.contains(name.toLowerCase(java.util.Locale.ROOT)); number++) {
            name = "Backups " + number;
        }
        return new Target(
                new TargetId(workspace.ids().next()),
                user,
                name,
                settings,
                workspace.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public Sent backUp(UserId user, Progress progress, CancelToken cancel) {
        try (BlobStore place = place()) {
            return backups().backUp(place, Sender.Wish.SNAPSHOT, new BackupService.Maker(user), progress, cancel);
        }
    }

    @Override
    public BackupState.Proof prove(Progress progress, CancelToken cancel) {
        try (BlobStore place = place();
                AgeIdentity key = BackupService.key(gate.vault())) {
            BackupState.Proof proof = backups().prove(place, key, workspace.proving(), progress, cancel);
            prune(key);
            return proof;
        }
    }

    private void prune(AgeIdentity key) {
        Optional<BlobStore> pruning = BackupPlaces.pruning(target().orElseThrow(BackupProblems::notSetUp), gate::vault);
        if (pruning.isPresent()) {
            try (BlobStore second = pruning.get()) {
                int unused = backups().prune(second, key);
            }
        }
    }

    @Override
    public Verifier.Report check(Progress progress, CancelToken cancel) {
        try (BlobStore place = place()) {
            return backups().check(place, true, progress, cancel);
        }
    }

    @Override
    public Sent repair(UserId user, Progress progress, CancelToken cancel) {
        try (BlobStore place = place();
                BlobStore pruning = BackupPlaces.pruning(target().orElseThrow(BackupProblems::notSetUp), gate::vault)
                        .orElseGet(this::place)) {
            return backups().repair(place, pruning, new BackupService.Maker(user), progress, cancel);
        }
    }

    private RecoverySheet sheet(AgeIdentity key) {
        return new RecoverySheet(
                key,
                target().map(target -> BackupPlaces.address(target.settings())).orElse(""));
    }

    @Override
    public void writeSheet(Path file) {
        try (AgeIdentity key = BackupService.key(gate.vault())) {
            Files.write(file, sheet(key).pdf());
        } catch (IOException fault) {
            throw new Problem(
                    "SW-SHEET",
                    "The recovery sheet cannot be written to " + file + ".",
                    "Choose another folder.",
                    fault);
        }
    }

    @Override
    public boolean checkSheet(int first, String firstWord, int second, String secondWord) {
        try (AgeIdentity key = BackupService.key(gate.vault())) {
            boolean right = sheet(key).isWord(first, firstWord) && sheet(key).isWord(second, secondWord);
            if (right) {
                backups().settings().ifPresent(settings -> backups().save(settings.withSheetChecked()));
            }
            return right;
        }
    }

    @Override
    public void schedule(boolean daily, boolean everyChange) {
        backups().settings().ifPresent(settings -> backups().save(settings.withSchedule(daily, everyChange)));
    }

    @Override
    public List<Moment> moments(SiteId site, CancelToken cancel) {
        try (BlobStore place = place();
                AgeIdentity key = BackupService.key(gate.vault());
                Reading reading = Reading.open(place, key, backups().temporary())) {
            return new Restore(reading, workspace.scratchStores())
                    .moments("", cancel).stream()
                            .filter(moment -> moment.site().equals(site.toString()))
                            .toList();
        }
    }

    @Override
    public Seen look(UserId user, SiteId site, Moment moment, Progress progress, CancelToken cancel) {
        return with(user, site, moment, progress, cancel, (restore, found) -> {
            Site was = found.site();
            int sections = was.pages().stream()
                    .mapToInt(page -> page.sections().size())
                    .sum();
            return new Seen(
                    was,
                    counted(was.pages().size(), "page") + ", " + counted(sections, "section") + ", "
                            + found.media().size() + " pictures and files, all whole.");
        });
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    @Override
    public String restore(
            UserId user, SiteId site, Moment moment, boolean replace, Progress progress, CancelToken cancel) {
        return with(user, site, moment, progress, cancel, (restore, found) -> {
            cancel.check();
            return (replace ? restore.replace(found, user) : restore.beside(found, user, "")).name();
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(SiteRestore restore, SiteRestore.Found found);
    }

    private <T> T with(UserId user, SiteId site, Moment moment, Progress progress, CancelToken cancel, Use<T> use) {
        Path scratch = backups().temporary();
        try (BlobStore place = place();
                AgeIdentity key = BackupService.key(gate.vault());
                Reading reading = Reading.open(place, key, backups().temporary())) {
            SiteRestore restore = new SiteRestore(workspace, reading, scratch);
            return use.of(restore, restore.find(Choice.of(moment), user, site.toString(), progress, cancel));
        } finally {
            SiteRestore.remove(scratch);
        }
    }
}
