package org.sitewright.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened with backups here last.
///
/// @param shipped the newest change that is at the place
/// @param shippedAt when that was last seen to be so; null for never
/// @param snapshotAt when the newest snapshot was made, or was found to need none; null for never
/// @param check how the last check ended; null for none yet
/// @param proof how the last proof ended; null for none yet
/// @param fault why the last run failed, in words; empty when it did not
public record BackupState(
        long shipped,
        @Nullable Instant shippedAt,
        @Nullable Instant snapshotAt,
        @Nullable Check check,
        @Nullable Proof proof,
        String fault) {
    public static final BackupState NONE = new BackupState(0, null, null, null, null, "");

    /// A look at what is at the place.
    ///
    /// @param objects that were looked at
    /// @param bytes that were read again
    /// @param damages what is wrong, in words; empty when all is well
    public record Check(Instant at, long objects, long bytes, List<String> damages) {
        public Check {
            damages = List.copyOf(damages);
        }
    }

    /// A restore that was tried.
    ///
    /// @param proven when everything came back equal last; null for never
    /// @param at when it was tried last
    /// @param fault why it failed, in words; empty when all came back equal
    public record Proof(
            @Nullable Instant proven,
            Instant at,
            long millis,
            int sites,
            long rows,
            long files,
            long bytes,
            String fault) {}

    BackupState withShipped(long sequence, Instant at) {
        return new BackupState(sequence, at, snapshotAt, check, proof, "");
    }

    BackupState withSnapshot(Instant at) {
        return new BackupState(shipped, shippedAt, at, check, proof, "");
    }

    BackupState withCheck(Check done) {
        return new BackupState(shipped, shippedAt, snapshotAt, done, proof, fault);
    }

    BackupState withProof(Proof done) {
        return new BackupState(shipped, shippedAt, snapshotAt, check, done, fault);
    }

    BackupState withFault(String words) {
        return new BackupState(shipped, shippedAt, snapshotAt, check, proof, words);
    }
}
