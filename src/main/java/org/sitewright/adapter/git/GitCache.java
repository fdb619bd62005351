package org.sitewright.adapter.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.util.FS;
import org.sitewright.publish.TargetSettings;

/// A bare repository of our own for each branch that is published to. It can be deleted at any time: the next use
/// fetches anew.
final class GitCache {
    private final Path folder;

    GitCache(Path caches, TargetSettings.Git settings) {
        String of = settings.repository() + "\n" + settings.branch();
        this.folder = caches.resolve(UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)) + ".git");
    }

    /// The caller closes it.
    Repository open() throws IOException {
        Repository repository =
                new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        if (!RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)) {
            Files.createDirectories(folder);
            repository.create(true);
        }
        return repository;
    }
}
