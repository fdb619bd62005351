package org.sitewright.render;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Keeps what was made in a folder. Each appears whole or not at all.
public final class FolderBuildStore implements BuildStore {
    private static final Logger LOG = System.getLogger(FolderBuildStore.class.getName());

    private final Path folder;

    public FolderBuildStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "what a build made is made again", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "new", ".part");
            try {
                Files.write(part, content);
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "what a build made could not be kept and will be made again", refused);
        }
    }
}
