package org.sitewright.adapter.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;

/// What a file system says, in the user's words.
final class FolderFailures {
    private FolderFailures() {}

    static PublishFailure missing(Path root) {
        return new PublishFailure.MissingPlace(
                "The folder " + root + " does not exist.",
                "Create it, plug in the drive that it is on, or choose another folder.");
    }

    static PublishFailure notAFolder(Path root) {
        return new PublishFailure.Settings(root + " is a file, not a folder.", "Choose a folder.");
    }

    static PublishFailure readOnly(Path root) {
        return new PublishFailure.Forbidden(
                "The folder " + root + " may not be written to.",
                "Change the permissions of the folder, or choose another one.");
    }

    static PublishFailure notOurs(Path root) {
        return new PublishFailure.Conflict(
                "The folder " + root + " has files in it that were not published from here.",
                "Choose an empty folder, or a new one inside it.");
    }

    static PublishFailure outside(String path) {
        return new PublishFailure.Settings(
                "“" + path + "” would be written outside the folder, because a link leads out of it.",
                "Remove the link from the folder, or choose another folder.");
    }

    static PublishProblem of(Path root, IOException fault) {
        return new PublishProblem(failure(root, fault), fault);
    }

    static PublishProblem of(Path root, ReadOnlyFileSystemException fault) {
        return new PublishProblem(readOnly(root), fault);
    }

    private static PublishFailure failure(Path root, IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return readOnly(root);
        }
        if (fault instanceof NoSuchFileException) {
            return missing(root);
        }
        String reason = fault instanceof FileSystemException named
                ? Objects.requireNonNullElse(named.getReason(), "")
                : Objects.requireNonNullElse(fault.getMessage(), "");
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("space") || lower.contains("quota")) {
            return new PublishFailure.Quota(
                    "There is no more room on the disk of " + root + ".", "Free some space, then try again.");
        }
        if (lower.contains("read-only")) {
            return readOnly(root);
        }
        return new PublishFailure.Unexpected(
                "The folder " + root + " could not be used: " + reason + ".",
                "Check that the disk is in order, then try again.");
    }
}
