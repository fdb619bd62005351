package org.sitewright.backup;

import java.time.Instant;
import java.util.Objects;
import org.sitewright.blob.BlobStore;
import org.sitewright.site.Ids;
import org.sitewright.work.Problem;

/// The rows that a run of a backup leaves behind.
final class BackupRows {
    private static final String NAME = "Everything";

    private final Ids ids;

    BackupRows(Ids ids) {
        this.ids = ids;
    }

    Backup completed(BlobStore place, Sent sent, Instant began, BackupService.Maker maker) {
        return new Backup(
                ids.next(),
                null,
                NAME,
                place.url(Objects.requireNonNull(sent.snapshot())),
                sent.size(),
                Backup.Status.COMPLETED,
                maker.by() == null,
                began,
                began.plus(Retention.KEPT),
                new Backup.Details(sent.bytes(), sent.sequence(), maker.by(), null, String.join(" ", sent.warnings())));
    }

    Backup failed(BlobStore place, Problem failed, Instant began, BackupService.Maker maker) {
        return new Backup(
                ids.next(),
                null,
                NAME,
                place.url(""),
                0,
                Backup.Status.FAILED,
                maker.by() == null,
                began,
                null,
                new Backup.Details(0, 0, maker.by(), null, failed.happened() + " " + failed.remedy()));
    }
}
