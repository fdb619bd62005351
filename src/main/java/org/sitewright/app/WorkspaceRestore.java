package org.sitewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewright.backup.BackupFile;
import org.sitewright.backup.BackupProblems;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Reading;
import org.sitewright.backup.Restore;
import org.sitewright.backup.Restored;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Ids;
import org.sitewright.storage.DataFolderLock;
import org.sitewright.storage.StoresFromBackups;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Brings a whole workspace back as a data folder. It is built beside, verified, and only then moved into place; what
/// was there is kept beside.
public final class WorkspaceRestore {
    static final String PLANNED_ELSEWHERE = "It was planned before this workspace was brought back from a backup, and"
            + " belongs to the computer on which it was. Plan it again if this one is to publish it.";

    private static final String ONE_PLANNED =
            " planned publish is not carried out here. Plan it again if this computer" + " is to publish it.";
    private static final String SOME_PLANNED =
            " planned publishes are not carried out here. Plan them again if this" + " computer is to publish them.";

    private final Path data;
    private final Path assets;
    private final Clock clock;
    private final Ids ids = new Ids(new SecureRandom());

    public WorkspaceRestore(Path data, Path assets, Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.assets = assets;
        this.clock = clock;
    }

    /// Where the work is done, on the same disk as the data folder.
    public Path scratch() {
        return data.resolveSibling(data.getFileName() + ".restoring-" + ids.next());
    }

    /// @param scratch one of [#scratch]; removed when it fails
    /// @param from the place that `reading` reads
    /// @throws Problem when something is damaged; the data folder is as it was then
    public Restored run(
            Reading reading, TargetSettings from, Choice choice, Path scratch, Progress progress, CancelToken cancel) {
        try {
            Restored restored = new Restore(reading, new StoresFromBackups(clock, ids))
                    .workspace(scratch, choice, progress, cancel);
            int planned = goOn(scratch, reading, from);
            cancel.check();
            place(scratch);
            return planned == 0 ? restored : restored.warned(planned + (planned == 1 ? ONE_PLANNED : SOME_PLANNED));
        } catch (RuntimeException fault) {
            throw BackupProblems.translated(fault);
        } finally {
            remove(scratch);
        }
    }

    /// A place that is one of the workspace's targets is backed up to from here as well.
    ///
    /// @return how many publishes were planned
    private int goOn(Path scratch, Reading reading, TargetSettings from) {
        try (Workspace restored = Workspace.open(scratch, assets, clock)) {
            restored.accounts().list().stream()
                    .flatMap(account -> restored.targets().list(account.id()).stream())
                    .filter(target -> isSame(target.settings(), from))
                    .findFirst()
                    .ifPresent(target -> save(scratch, reading, target));
            return callOff(restored);
        }
    }

    /// What was planned belongs to the computer on which it was: that may still be at work, and two would publish.
    private static int callOff(Workspace restored) {
        List<ScheduledPublish> planned = restored.accounts().list().stream()
                .flatMap(account -> restored.schedules().list(account.id()).stream())
                .filter(each -> each.state() == ScheduledPublish.State.WAITING)
                .toList();
        planned.forEach(
                each -> restored.schedules().save(each.ended(ScheduledPublish.State.MISSED, PLANNED_ELSEWHERE)));
        return planned.size();
    }

    private void save(Path scratch, Reading reading, Target target) {
        reading.keysForWriting().ifPresent(keys -> new BackupFile(scratch.resolve("backup"))
                .save(BackupService.settingsOf(keys, target.id().value(), target.owner(), ids)));
    }

    private static boolean isSame(TargetSettings one, TargetSettings other) {
        return one.place().equals(other.place())
                && (!(one instanceof TargetSettings.S3 a)
                        || !(other instanceof TargetSettings.S3 b)
                        || a.endpoint().equals(b.endpoint()));
    }

    private void place(Path scratch) {
        try {
            Optional<Path> aside = Optional.empty();
            if (Files.exists(data)) {
                DataFolderLock.acquire(data).close();
                String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant());
                Path kept = data.resolveSibling(data.getFileName() + ".before-restore-" + time);
                Files.move(data, kept, StandardCopyOption.ATOMIC_MOVE);
                aside = Optional.of(kept);
            }
            Files.move(scratch, data, StandardCopyOption.ATOMIC_MOVE);
            if (aside.isPresent() && isEmpty(aside.get())) {
                remove(aside.get());
            }
        } catch (IOException fault) {
            throw new Problem(
                    "SW-RESTORE-MOVE",
                    "What came back could not be moved to " + data + ".",
                    "Choose another folder with --data; what was there before is beside it.",
                    fault);
        }
    }

    /// Whether a data folder has never had a store.
    public static boolean isEmpty(Path folder) {
        return !Files.exists(folder.resolve("database")) && !Files.exists(folder.resolve("journal"));
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            return;
        }
    }
}
