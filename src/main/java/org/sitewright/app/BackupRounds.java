package org.sitewright.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.BackupSettings;
import org.sitewright.backup.Sender;
import org.sitewright.blob.BlobStore;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import org.sitewright.work.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Backs up by itself while somebody is signed in: changes at most 60 seconds or 256 KB behind, the day's snapshot,
/// also for a day that was missed, the daily check and the weekly proof. What fails is noted and tried again later.
final class BackupRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration BEHIND = Duration.ofSeconds(40);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final long BYTES = 256 << 10;

    private final Workspace workspace;
    private final SignInGate gate;
    private final BackupDesk desk;
    private final CancelToken cancel = new CancelToken();
    private final Recurring rounds;
    private final AtomicReference<@Nullable Instant> waitingSince = new AtomicReference<>();
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.EPOCH);

    BackupRounds(Workspace workspace, SignInGate gate, BackupDesk desk) {
        this.workspace = workspace;
        this.gate = gate;
        this.desk = desk;
        this.rounds = Recurring.every(LOOK, this::failed).start(this::round);
    }

    private void failed(RuntimeException fault) {
        if (!cancel.isCancelled()) {
            LOG.warn("A backup by itself failed; it is tried again: {}", fault.getMessage());
            notBefore.set(workspace.clock().instant().plus(AFTER_A_FAULT));
        }
    }

    private void round() {
        BackupSettings settings = workspace.backups().settings().orElse(null);
        Instant now = workspace.clock().instant();
        if (settings == null || cancel.isCancelled() || !gate.hasVault() || now.isBefore(notBefore.get())) {
            return;
        }
        BackupService backups = workspace.backups();
        if (backups.isDue()) {
            send(Sender.Wish.SNAPSHOT);
        } else if (settings.everyChange() && isTime(backups, now)) {
            send(Sender.Wish.CHANGES);
        } else if (backups.isCheckDue()) {
            try (BlobStore place = desk.place()) {
                var unused = backups.check(place, false, Progress.NONE, cancel);
            }
        } else if (backups.isProofDue()) {
            var unused = desk.prove(Progress.NONE, cancel);
        }
    }

    private boolean isTime(BackupService backups, Instant now) {
        long bytes = backups.waitingBytes(BYTES);
        if (bytes == 0) {
            waitingSince.set(null);
            return false;
        }
        Instant since = waitingSince.get();
        if (since == null || since.isAfter(now)) {
            waitingSince.set(now);
            since = now;
        }
        return bytes >= BYTES || !since.plus(BEHIND).isAfter(now);
    }

    private void send(Sender.Wish wish) {
        try (BlobStore place = desk.place()) {
            var unused = workspace.backups().backUp(place, wish, BackupService.Maker.SCHEDULE, Progress.NONE, cancel);
            waitingSince.set(null);
        }
    }

    /// Stops what runs; what was sent counts the next time.
    @Override
    public void close() {
        cancel.cancel();
        rounds.close();
    }
}
