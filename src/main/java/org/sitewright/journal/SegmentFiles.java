package org.sitewright.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Opens the journal's files for writing. The seam at which tests let a disk fill up.
@FunctionalInterface
public interface SegmentFiles {
    SegmentFiles ON_DISK = file ->
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    FileChannel open(Path file) throws IOException;
}
