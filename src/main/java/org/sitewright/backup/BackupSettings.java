package org.sitewright.backup;

import java.util.UUID;
import org.sitewright.site.UserId;

/// How backups are set up here.
///
/// @param target the place, a target of the account
/// @param owner the account whose vault has the keys
/// @param device the name of this device at the place
/// @param daily whether a snapshot is made every day
/// @param hour of the day at which, 0 to 23
/// @param everyChange whether changes are sent while the program is open
/// @param sheetChecked whether somebody showed that the recovery sheet is at hand
public record BackupSettings(
        UUID target,
        UserId owner,
        BackupKeys keys,
        String device,
        boolean daily,
        int hour,
        boolean everyChange,
        boolean sheetChecked) {
    /// The hour at which most computers are asleep and some are not.
    public static final int USUAL_HOUR = 3;

    public BackupSettings withKeys(BackupKeys changed) {
        return new BackupSettings(target, owner, changed, device, daily, hour, everyChange, false);
    }

    public BackupSettings withTarget(UUID changed) {
        return new BackupSettings(changed, owner, keys, device, daily, hour, everyChange, sheetChecked);
    }

    BackupSettings withDevice(String changed) {
        return new BackupSettings(target, owner, keys, changed, daily, hour, everyChange, sheetChecked);
    }

    public BackupSettings withSchedule(boolean everyDay, boolean changes) {
        return new BackupSettings(target, owner, keys, device, everyDay, hour, changes, sheetChecked);
    }

    public BackupSettings withSheetChecked() {
        return new BackupSettings(target, owner, keys, device, daily, hour, everyChange, true);
    }
}
