package org.sitewright.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobStore;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.Ids;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Backups of an open workspace: set up, made, checked, proved, pruned. One run at a time; safe from any thread.
public final class BackupService {
    /// Where the vault of the account that set backups up keeps the secret half.
    public static final String KEY = "backup/key";

    private static final Duration CHECK_EVERY = Duration.ofDays(1);
    private static final Duration PROVE_EVERY = Duration.ofDays(7);

    private final BackupSource source;
    private final BackupRepository rows;
    private final BackupFile file;
    private final Clock clock;
    private final Ids ids;

    public BackupService(BackupSource source, BackupRepository rows, BackupFile file, Clock clock, Ids ids) {
        this.source = source;
        this.rows = rows;
        this.file = file;
        this.clock = clock;
        this.ids = ids;
    }

    /// Who made a backup.
    ///
    /// @param by null when the schedule did
    public record Maker(@Nullable UserId by) {
        public static final Maker SCHEDULE = new Maker(null);
    }

    public Optional<BackupSettings> settings() {
        return file.settings();
    }

    public BackupState state() {
        return file.state();
    }

    public void save(BackupSettings settings) {
        file.save(settings);
    }

    /// All backups that were tried, newest first.
    public List<Backup> list() {
        return rows.list();
    }

    /// How many changes are not at the place yet, those aside that backups wrote down themselves.
    public long behind() {
        long shipped = file.state().shipped();
        return source.live().records(shipped, Long.MAX_VALUE).stream()
                .filter(Sender::matters)
                .count();
    }

    /// How many bytes of changes are not at the place yet, counted up to `most`; 0 when nothing but what backups wrote
    /// down themselves waits.
    public long waitingBytes(long most) {
        long shipped = file.state().shipped();
        if (source.live().position().sequence() <= shipped) {
            return 0;
        }
        List<org.sitewright.journal.JournalRecord> waiting = source.live().records(shipped, most + 1);
        return waiting.stream().noneMatch(Sender::matters)
                ? 0
                : waiting.stream().mapToLong(record -> record.payload().length).sum();
    }

    /// Chooses a place. A key is made at the first time and put into the vault; a place that has backups of this
    /// workspace already is gone on with.
    ///
    /// @throws Problem `SW-BACKUP-OTHER` when the place has backups of another workspace
    public synchronized BackupSettings setUp(UUID target, UserId owner, BlobStore place, SecretVault vault) {
        Optional<BackupSettings> before = file.settings();
        boolean keyIsHere = vault.names().contains(KEY);
        BackupSettings settings;
        if (before.isPresent() && keyIsHere) {
            settings = before.get().withTarget(target);
        } else {
            try (AgeIdentity identity = keyIsHere ? key(vault) : AgeIdentity.fresh()) {
                char[] text = identity.text();
                vault.putText(KEY, text);
                Arrays.fill(text, '\0');
                settings = new BackupSettings(
                        target,
                        owner,
                        BackupKeys.of(ids.next(), identity),
                        ids.next().toString(),
                        true,
                        BackupSettings.USUAL_HOUR,
                        true,
                        false);
            }
        }
        BackupSettings checked = adopt(settings, place, vault);
        file.save(checked);
        return checked;
    }

    /// A place that this key opens has the workspace's name already.
    private BackupSettings adopt(BackupSettings settings, BlobStore place, SecretVault vault) {
        if (!Names.isBackup(place.list(""))) {
            return settings;
        }
        try (AgeIdentity key = key(vault);
                Reading reading = Reading.open(place, key, temporary())) {
            return reading.workspace().equals(settings.keys().workspace())
                    ? settings
                    : settings.withKeys(reading.keysForWriting().orElseThrow());
        } catch (Problem wrongKey) {
            if (wrongKey.code().equals("SW-BACKUP-WRONG-KEY")) {
                throw BackupProblems.otherWorkspace(place.describe());
            }
            throw wrongKey;
        }
    }

    /// The recovery key, to be wiped by the caller.
    ///
    /// @throws Problem `SW-BACKUP-SETUP` when this vault has none
    public static AgeIdentity key(SecretVault vault) {
        char[] text = vault.getText(KEY).orElseThrow(BackupProblems::notSetUp);
        try {
            return AgeIdentity.of(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    /// Whether the day's snapshot is still to be made: also when the computer was off at its hour.
    public boolean isDue() {
        Optional<BackupSettings> settings = file.settings();
        if (settings.isEmpty() || !settings.get().daily()) {
            return false;
        }
        Instant last = file.state().snapshotAt();
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today =
                now.truncatedTo(ChronoUnit.DAYS).withHour(settings.get().hour());
        ZonedDateTime newest = today.isAfter(now) ? today.minusDays(1) : today;
        return last == null || last.isBefore(newest.toInstant()) || last.isAfter(now.toInstant());
    }

    public boolean isCheckDue() {
        BackupState.Check check = file.state().check();
        return isPast(check == null ? null : check.at(), CHECK_EVERY);
    }

    public boolean isProofDue() {
        BackupState.Proof proof = file.state().proof();
        return isPast(proof == null ? null : proof.at(), PROVE_EVERY);
    }

    /// A time in the future was written while the clock was wrong.
    private boolean isPast(@Nullable Instant last, Duration every) {
        Instant now = clock.instant();
        return last == null || last.isAfter(now) || !last.plus(every).isAfter(now);
    }

    /// Sends what is new, with a snapshot when one is wished for. A snapshot, and one that failed, leaves a row.
    ///
    /// @throws Problem when it failed; what was sent counts the next time
    public synchronized Sent backUp(
            BlobStore place, Sender.Wish wish, Maker maker, Progress progress, CancelToken cancel) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        Instant began = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            Sent sent = send(place, settings, wish, progress, cancel);
            BackupState state = file.state().withShipped(sent.sequence(), began);
            boolean snapshotWished = wish == Sender.Wish.SNAPSHOT || wish == Sender.Wish.ANEW;
            file.save(snapshotWished ? state.withSnapshot(began) : state);
            if (sent.snapshot() != null) {
                rows.save(new BackupRows(ids).completed(place, sent, began, maker));
            }
            return sent;
        } catch (RuntimeException fault) {
            RuntimeException told = BackupProblems.translated(fault);
            if (told instanceof Problem failed) {
                noteFailure(place, wish, failed, began, maker);
            }
            throw told;
        }
    }

    /// A disk that is full takes no note either; then the failure itself is what counts.
    private void noteFailure(BlobStore place, Sender.Wish wish, Problem failed, Instant began, Maker maker) {
        try {
            file.save(file.state().withFault(failed.happened()));
            if (wish == Sender.Wish.SNAPSHOT || wish == Sender.Wish.ANEW) {
                rows.save(new BackupRows(ids).failed(place, failed, began, maker));
            }
        } catch (Problem notNoted) {
            failed.addSuppressed(notNoted);
        }
    }

    private Sent send(
            BlobStore place, BackupSettings settings, Sender.Wish wish, Progress progress, CancelToken cancel) {
        try {
            return new Sender(source, at(place, settings), clock).run(wish, progress, cancel);
        } catch (OtherJournal taken) {
            BackupSettings renamed = settings.withDevice(ids.next().toString());
            file.save(renamed);
            return new Sender(source, at(place, renamed), clock)
                    .run(Sender.Wish.ANEW, progress, cancel)
                    .warned(OtherJournal.TAKEN);
        }
    }

    private BackupPlace at(BlobStore place, BackupSettings settings) {
        Path index = file.folder().resolve("objects-" + settings.target() + ".jsonl");
        return new BackupPlace(place, settings.keys(), settings.device(), Index.open(index));
    }

    /// Looks whether all that was sent is there, and reads an eighth of it again; all of it when `thorough`.
    public Verifier.Report check(BlobStore place, boolean thorough, Progress progress, CancelToken cancel) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        Verifier verifier = new Verifier(place, at(place, settings).index(), cancel);
        Verifier.Report report = thorough
                ? verifier.allBytes(progress)
                : verifier.usual(clock.instant().getEpochSecond() / CHECK_EVERY.toSeconds(), progress);
        return noted(report);
    }

    /// The same with the key: opens everything that lies there.
    public Verifier.Report checkAll(BlobStore place, AgeIdentity key, Progress progress, CancelToken cancel) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        try (Reading reading = Reading.open(place, key, temporary())) {
            return noted(new Verifier(place, at(place, settings).index(), cancel).everything(reading, progress));
        }
    }

    private Verifier.Report noted(Verifier.Report report) {
        file.save(file.state()
                .withCheck(new BackupState.Check(
                        clock.instant(),
                        report.objects(),
                        report.bytes(),
                        report.damages().stream().map(Damage::words).toList())));
        return report;
    }

    /// Sends again what is missing or damaged there and still here.
    ///
    /// @param pruning the place opened with the key that may delete, which damaged objects need; it may be `place`
    public Sent repair(BlobStore place, BlobStore pruning, Maker maker, Progress progress, CancelToken cancel) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        Index index = at(place, settings).index();
        Verifier.Report report = new Verifier(place, index, cancel).allBytes(progress);
        List<String> broken = report.damages().stream()
                .filter(damage -> damage.kind() != Damage.Kind.MISSING)
                .map(Damage::name)
                .toList();
        if (!broken.isEmpty()) {
            pruning.delete(broken);
        }
        report.damages().forEach(damage -> index.forget(damage.name()));
        Sent sent = backUp(place, Sender.Wish.ANEW, maker, progress, cancel);
        Verifier.Report unused = check(place, true, progress, cancel);
        return sent;
    }

    /// Brings everything back into a scratch folder and compares it with what is here.
    ///
    /// @throws Problem `SW-BACKUP-DRILL` when something differs; it is noted as well
    public BackupState.Proof prove(
            BlobStore place, AgeIdentity key, Proving with, Progress progress, CancelToken cancel) {
        Instant began = clock.instant();
        long start = System.nanoTime();
        Drill drill = new Drill(source.live(), with.sites(), source.media(), with.stores(), with.rendering());
        Drill.Here here = drill.here();
        Sent unused = backUp(place, Sender.Wish.EVERYTHING, Maker.SCHEDULE, progress, cancel);
        Path scratch = temporary();
        Drill.Result result;
        try (Reading reading = Reading.open(place, key, temporary())) {
            String device =
                    file.settings().orElseThrow(BackupProblems::notSetUp).device();
            result = drill.run(here, reading, device, scratch, progress, cancel);
        } catch (Problem failed) {
            note(began, start, new Drill.Result(0, 0, 0, 0, failed.happened()));
            throw failed;
        } finally {
            Restore.remove(scratch);
        }
        BackupState.Proof proof = note(began, start, result);
        if (!result.fault().isEmpty()) {
            throw BackupProblems.notEqual(result.fault());
        }
        rows.list().stream()
                .filter(row -> row.status() == Backup.Status.COMPLETED)
                .findFirst()
                .ifPresent(row -> rows.save(row.proven(began.truncatedTo(ChronoUnit.MICROS))));
        return proof;
    }

    private BackupState.Proof note(Instant began, long start, Drill.Result result) {
        BackupState.Proof before = file.state().proof();
        Instant proven = result.fault().isEmpty() ? began : before == null ? null : before.proven();
        BackupState.Proof proof = new BackupState.Proof(
                proven,
                began,
                (System.nanoTime() - start) / 1_000_000,
                result.sites(),
                result.rows(),
                result.files(),
                result.bytes(),
                result.fault());
        file.save(file.state().withProof(proof));
        return proof;
    }

    /// What a proof needs beside the place.
    public record Proving(org.sitewright.site.SiteRepository sites, ScratchStores stores, Rendering rendering) {}

    /// Removes what is too old to be kept. Only after a proof that went well.
    ///
    /// @param pruning the place opened with the key that may delete
    /// @return how many objects went
    public int prune(BlobStore pruning, AgeIdentity key) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        BackupState.Proof proof = file.state().proof();
        if (proof == null || !proof.fault().isEmpty() || isPast(proof.at(), PROVE_EVERY)) {
            return 0;
        }
        try (Reading reading = Reading.open(pruning, key, temporary())) {
            List<String> gone = Retention.expired(reading);
            if (!gone.isEmpty()) {
                pruning.delete(gone);
                Index index = at(pruning, settings).index();
                gone.forEach(index::forget);
            }
            return gone.size();
        }
    }

    /// Changes the key. The keys before lie at the place from then on, encrypted to the new one, so that no medium is
    /// sent anew; a snapshot to the new key is made at once.
    public synchronized Sent rotate(BlobStore place, SecretVault vault, Progress progress, CancelToken cancel) {
        BackupSettings settings = file.settings().orElseThrow(BackupProblems::notSetUp);
        try (AgeIdentity old = key(vault);
                AgeIdentity fresh = AgeIdentity.fresh();
                KeyRing ring = KeyRing.open(place, place.list(""), old)) {
            byte[] before = ring.print();
            try {
                Index index = at(place, settings).index();
                Instant at = clock.instant();
                while (!place.list(Names.keys(at)).isEmpty()) {
                    at = at.plusSeconds(1);
                }
                long unused = new Outgoing(place, fresh.recipient(), index, source.temporary())
                        .send(Names.keys(at), before.length, out -> out.write(before));
            } finally {
                Arrays.fill(before, (byte) 0);
            }
            char[] text = fresh.text();
            vault.putText(KEY, text);
            Arrays.fill(text, '\0');
            file.save(settings.withKeys(settings.keys().rotatedTo(fresh)));
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
        return backUp(place, Sender.Wish.ANEW, Maker.SCHEDULE, progress, cancel);
    }

    /// Takes the settings that came with a restored workspace: the same key and names, another device.
    public static BackupSettings settingsOf(BackupKeys keys, UUID target, UserId owner, Ids ids) {
        return new BackupSettings(
                target, owner, keys, ids.next().toString(), true, BackupSettings.USUAL_HOUR, true, true);
    }

    /// A folder of its own for one task.
    public Path temporary() {
        return source.temporary().resolve("backup-" + ids.next());
    }
}
