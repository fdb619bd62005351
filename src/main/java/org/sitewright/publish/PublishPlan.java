package org.sitewright.publish;

import java.util.List;
import org.sitewright.publish.PlannedFile.Change;

/// What publishing will change at the host.
///
/// @param files all files of the build and those to be removed, by path
/// @param live how many files of ours the host has now
public record PublishPlan(List<PlannedFile> files, int live) {
    private static final int MANY = 256;

    public PublishPlan {
        files = List.copyOf(files);
    }

    public List<PlannedFile> of(Change change) {
        return files.stream().filter(file -> file.change() == change).toList();
    }

    /// How many files will be sent.
    public int toSend() {
        return (int) files.stream().filter(PublishPlan::isSent).count();
    }

    public long bytesToSend() {
        return files.stream()
                .filter(PublishPlan::isSent)
                .mapToLong(PlannedFile::bytes)
                .sum();
    }

    /// Whether the host has everything already.
    public boolean isEmpty() {
        return files.stream().allMatch(file -> file.change() == Change.UNCHANGED);
    }

    /// Whether so much would be deleted (more than a quarter of what is there, or 256 files) that a person is asked.
    public boolean deletesMany() {
        int deletes = of(Change.REMOVED).size();
        return deletes > MANY || (deletes > 3 && deletes * 4 > live);
    }

    private static boolean isSent(PlannedFile file) {
        return file.change() == Change.NEW || file.change() == Change.CHANGED;
    }
}
