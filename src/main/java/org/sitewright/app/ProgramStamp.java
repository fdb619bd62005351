package org.sitewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sitewright.render.SiteRenderer;

/// Tells one state of the program from another: its code and the assets that pages are drawn with, by the names, sizes
/// and times of their files.
final class ProgramStamp {
    private ProgramStamp() {}

    static String of(Path assets) {
        try {
            CodeSource code = SiteRenderer.class.getProtectionDomain().getCodeSource();
            if (code == null) {
                throw new IllegalStateException("code of this program lies in a file or folder");
            }
            CRC32 sum = new CRC32();
            add(Path.of(code.getLocation().toURI()), sum);
            add(assets, sum);
            return Long.toHexString(sum.getValue());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("the code lies at an odd place", odd);
        }
    }

    private static void add(Path folder, CRC32 sum) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String line = folder.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                sum.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
