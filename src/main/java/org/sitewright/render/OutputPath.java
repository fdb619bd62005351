package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Which paths a build may contain: relative, with `/`, and safe on every host and file system that a site may be
/// published to.
public final class OutputPath {
    /// The longest path in bytes of UTF-8 that S3 and common file systems take.
    private static final int LONGEST = 900;

    private static final int LONGEST_NAME = 255;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private OutputPath() {}

    /// Whether the path is safe: no absolute, empty, `.` or `..` steps, no character or name that Windows refuses, no
    /// control characters, composed Unicode (NFC).
    public static boolean isSafe(String path) {
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST
                || !Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
            return false;
        }
        for (String name : path.split("/", -1)) {
            if (!isSafeName(name)) {
                return false;
            }
        }
        return true;
    }

    /// What two paths have in common that a case-insensitive file system cannot tell apart.
    static String folded(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isSafeName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.endsWith(".") || name.endsWith(" ")) {
            return false;
        }
        if (name.chars().anyMatch(OutputPath::isForbidden)) {
            return false;
        }
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return !DEVICES.contains(stem) && !stem.matches("(com|lpt)[0-9¹²³]");
    }

    private static boolean isForbidden(int character) {
        return character < ' ' || character == 0x7f || "\\:*?\"<>|".indexOf(character) >= 0;
    }
}
