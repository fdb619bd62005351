package org.sitewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The vault files of a data folder. Each is encrypted by itself.
final class VaultFiles {
    private static final long LONGEST = 16 << 20;

    private VaultFiles() {}

    /// @param name as `<account>.vault`
    record Vault(String name, byte[] content) {}

    static List<Vault> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Vault> vaults = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9a-f-]{36}\\.vault") && Files.size(file) < LONGEST) {
                    vaults.add(new Vault(name, Files.readAllBytes(file)));
                }
            }
            return vaults;
        }
    }
}
