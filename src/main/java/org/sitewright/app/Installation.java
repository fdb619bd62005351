package org.sitewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sitewright.site.Ids;
import org.sitewright.work.Problem;

/// The name by which publishers tell this installation from others. Random, so that it says nothing about it.
final class Installation {
    private Installation() {}

    static String of(Path folder, Ids ids) {
        Path file = folder.resolve("installation");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, ids.next().toString(), StandardOpenOption.CREATE_NEW);
            }
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new Problem(
                    "SW-DATA-FOLDER",
                    "The data folder " + folder + " cannot be written.",
                    "Check that the disk has space and that you may write to it.",
                    fault);
        }
    }
}
