package org.sitewright.adapter.zip;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;

/// What can go wrong with a zip file, in the user's words.
final class ZipFailures {
    private ZipFailures() {}

    static PublishProblem noFolder(Path file) {
        return new PublishProblem(new PublishFailure.MissingPlace(
                "The folder of " + file + " does not exist.",
                "Create it, plug in the drive that it is on, or choose another place for the zip file."));
    }

    static PublishProblem notAFile(Path file) {
        return new PublishProblem(
                new PublishFailure.Settings(file + " is a folder, not a zip file.", "Enter the name of a zip file."));
    }

    static PublishProblem badName(Path file) {
        return new PublishProblem(new PublishFailure.Conflict(
                "The zip file " + file + " has names in it that no site may have.",
                "It was not published from here: choose another name for the zip file."));
    }

    static PublishProblem changed(Path file) {
        return new PublishProblem(new PublishFailure.Conflict(
                "The file " + file + " was changed while the site was being published to it.", "Publish again."));
    }

    static PublishProblem of(Path file, IOException fault) {
        return new PublishProblem(failure(file, fault), fault);
    }

    private static PublishFailure failure(Path file, IOException fault) {
        String reason = String.valueOf(fault.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (fault instanceof ZipException) {
            return new PublishFailure.Conflict(
                    file + " is not a zip file, or a damaged one.", "Delete it or choose another name.");
        }
        if (fault instanceof AccessDeniedException || lower.contains("permission denied")) {
            return new PublishFailure.Forbidden(
                    "The file " + file + " may not be written to.",
                    "Change the permissions of its folder, or choose another one.");
        }
        if (lower.contains("no space") || lower.contains("quota")) {
            return new PublishFailure.Quota(
                    "There is no more room on the disk of " + file + ".", "Free some space, then publish again.");
        }
        return new PublishFailure.Unexpected(
                "The file " + file + " could not be used: " + reason + ".",
                "Check that the disk is in order, then publish again.");
    }
}
