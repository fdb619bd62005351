package org.sitewright.ui.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.Backup;
import org.sitewright.backup.BackupSettings;
import org.sitewright.backup.BackupState;
import org.sitewright.backup.Moment;
import org.sitewright.backup.Sent;
import org.sitewright.backup.Verifier;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What the screen has done for it. Every method may take long and is called from a job. Faults are problems.
public interface BackupActions {
    /// What is known now.
    Overview overview(UserId user);

    /// Sets a place up that is a target already.
    void setUp(UserId user, UUID target);

    /// Sets up a folder of this computer or of a disk plugged into it.
    void setUpFolder(UserId user, Path folder);

    /// Sets up a bucket.
    void setUpBucket(UserId user, Bucket bucket, String secret);

    Sent backUp(UserId user, Progress progress, CancelToken cancel);

    BackupState.Proof prove(Progress progress, CancelToken cancel);

    Verifier.Report check(Progress progress, CancelToken cancel);

    Sent repair(UserId user, Progress progress, CancelToken cancel);

    /// Writes the recovery sheet as a PDF.
    void writeSheet(Path file);

    /// Whether both words of the sheet are right; then that is remembered.
    boolean checkSheet(int first, String firstWord, int second, String secondWord);

    void schedule(boolean daily, boolean everyChange);

    /// The changes of a site that can be brought back, newest last.
    List<Moment> moments(SiteId site, CancelToken cancel);

    /// What a site was at a moment. Its pictures and files are here and whole then, so that its pages can be drawn.
    Seen look(UserId user, SiteId site, Moment moment, Progress progress, CancelToken cancel);

    /// Brings a site back.
    ///
    /// @param replace whether in the place of the one that is here, which goes into the bin as a copy
    /// @return the name of what came back
    String restore(UserId user, SiteId site, Moment moment, boolean replace, Progress progress, CancelToken cancel);

    /// A site as it was.
    ///
    /// @param words how much it is
    record Seen(Site site, String words) {}

    /// A bucket to be set up.
    record Bucket(String endpoint, String region, String name, String folder, String keyId) {}

    /// A target that can hold backups.
    record Place(UUID target, String name, String words) {}

    record SiteName(SiteId id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// All that the screen shows.
    ///
    /// @param place where backups go, in words; empty when none is set up
    /// @param waiting changes that are not there yet
    record Overview(
            Optional<BackupSettings> settings,
            BackupState state,
            String place,
            long waiting,
            List<Backup> backups,
            List<Place> places,
            List<SiteName> sites,
            Instant now) {
        public Overview {
            backups = List.copyOf(backups);
            places = List.copyOf(places);
            sites = List.copyOf(sites);
        }
    }

    /// Something that runs.
    ///
    /// @param words what
    /// @param step what is being done now; null before the first
    record Running(
            String words, long done, long total, @Nullable String step) {}
}
