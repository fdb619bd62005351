package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which paths a build may contain: relative, with `/`, and safe on every host and file system that a site may be
/// published to.
public final class OutputPath {
    /// The longest path in bytes of UTF-8 that S3 and common file systems take.
    private static final int LONGEST = 900;

    private static final int LONGEST_NAME = 255;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private static final int SHORTEST_DEVICE = 3;
    private static final int LONGEST_DEVICE = 7;
    private static final int NUMBERED = 4;

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9¹²³]");

    private OutputPath() {}

    /// Whether the path is safe: no absolute, empty, `.` or `..` steps, no character or name that Windows refuses, no
    /// control characters, composed Unicode (NFC).
    public static boolean isSafe(String path) {
        boolean plain = isPlain(path);
        int length = plain ? path.length() : path.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST || (!plain && !Normalizer.isNormalized(path, Normalizer.Form.NFC))) {
            return false;
        }
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            if (!isSafeName(path.substring(from, slash), plain)) {
                return false;
            }
            from = slash + 1;
        }
        return isSafeName(path.substring(from), plain);
    }

    /// What two paths have in common that a file system cannot tell apart for which neither case counts nor the way in
    /// which an accent is written.
    static String folded(String path) {
        return isPlain(path)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
    }

    private static boolean isSafeName(String name, boolean plain) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.endsWith(".") || name.endsWith(" ")) {
            return false;
        }
        if (!plain && name.chars().anyMatch(OutputPath::isForbidden)) {
            return false;
        }
        int dot = name.indexOf('.');
        int length = dot < 0 ? name.length() : dot;
        return length < SHORTEST_DEVICE
                || length > LONGEST_DEVICE
                || !isDevice(name.substring(0, length).toLowerCase(Locale.ROOT));
    }

    private static boolean isDevice(String stem) {
        return stem.length() == NUMBERED ? NUMBERED_DEVICE.matcher(stem).matches() : DEVICES.contains(stem);
    }

    /// Whether it has only what most paths of a build have: small Latin letters, digits, and what divides them.
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '-' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForbidden(int character) {
        return character < ' ' || character == 0x7f || "\\:*?\"<>|".indexOf(character) >= 0;
    }
}
