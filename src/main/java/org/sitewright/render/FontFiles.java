package org.sitewright.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.library.FontFamily;

/// The font files of builds, hashed once.
final class FontFiles {
    private final Map<Path, OutputFile> known = new ConcurrentHashMap<>();

    OutputFile of(FontFamily family, FontFamily.Face face) {
        return known.computeIfAbsent(face.file(), file -> {
            OutputFile raw = OutputFile.of("x", "font/woff2", CacheControl.IMMUTABLE, Bytes.of(file));
            String slant = face.style().equals("italic") ? "-italic" : "";
            String path = "assets/" + family.name() + slant + "-" + raw.sha256().substring(0, 10) + ".woff2";
            return OutputFile.of(path, "font/woff2", CacheControl.IMMUTABLE, raw.source(), raw.sha256());
        });
    }
}
