package org.sitewright.backup;

import org.sitewright.blob.BlobProblem;
import org.sitewright.work.DiskFull;
import org.sitewright.work.Problem;

/// The faults of backups, in words for the person. None holds a secret.
public final class BackupProblems {
    private BackupProblems() {}

    static Problem notAKey() {
        return new Problem(
                "SW-BACKUP-KEY",
                "This is not a recovery key.",
                "It begins with AGE-SECRET-KEY-1 and has 74 characters; scan or copy it from the recovery sheet.");
    }

    static Problem wrongKey(String place) {
        return new Problem(
                "SW-BACKUP-WRONG-KEY",
                "The recovery key does not open the backups in " + place + ".",
                "Use the recovery sheet that was printed for this place.");
    }

    static Problem otherWorkspace(String place) {
        return new Problem(
                "SW-BACKUP-OTHER",
                "The backups in " + place + " are of another workspace.",
                "Choose another bucket or folder, or a folder of its own inside this one.");
    }

    static Problem newerFormat(String place) {
        return new Problem(
                "SW-BACKUP-FORMAT",
                "The backups in " + place + " were written by a newer version.",
                "Update Sitewright, then try again.");
    }

    static Problem noBackups(String place) {
        return new Problem(
                "SW-BACKUP-NONE", "There are no backups in " + place + ".", "Check the bucket or folder and its name.");
    }

    static Problem noMoment() {
        return new Problem(
                "SW-BACKUP-MOMENT",
                "No backup reaches back to that moment.",
                "Choose a later moment; “backup --list” shows how far back they go.");
    }

    static Problem damaged(String name, String why) {
        return new Problem(
                "SW-BACKUP-DAMAGED",
                "“" + name + "” in the backup cannot be used: " + why + ".",
                "Choose another moment, or check the backups: what this computer still has can be sent again.");
    }

    static Problem damaged(String name, String why, Throwable cause) {
        return new Problem(
                "SW-BACKUP-DAMAGED",
                "“" + name + "” in the backup cannot be used: " + why + ".",
                "Choose another moment, or check the backups: what this computer still has can be sent again.",
                cause);
    }

    static Problem disk(Exception cause) {
        if (DiskFull.isCause(cause)) {
            return full(cause);
        }
        return new Problem(
                "SW-BACKUP-DISK",
                "A file of the backup could not be read or written on this computer.",
                "Check that the disk has space and is in order, then try again.",
                cause);
    }

    private static Problem full(Exception cause) {
        return new Problem(
                DiskFull.CODE,
                "The disk of this computer is full. Nothing that was here or in the backup is lost.",
                "Free some space, then try again.",
                cause);
    }

    /// What a fault means that came up while backing up or bringing back. A full disk is told as one here, whoever met
    /// it: no change of a person's is at stake.
    public static RuntimeException translated(RuntimeException fault) {
        boolean ofThePlace = fault instanceof BlobProblem;
        return !ofThePlace && DiskFull.isCause(fault) ? full(fault) : fault;
    }

    /// Nothing was set up.
    public static Problem notSetUp() {
        return new Problem(
                "SW-BACKUP-SETUP",
                "No place for backups is set up.",
                "Set one up on the Backups screen, or name a target with --target.");
    }

    static Problem notEqual(String what) {
        return new Problem(
                "SW-BACKUP-DRILL",
                "What came back is not what is here: " + what + ".",
                "Back up again and prove it again; the sites on this computer are as they were.");
    }
}
