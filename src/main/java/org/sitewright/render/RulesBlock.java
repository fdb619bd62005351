package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The part of a `.htaccess` that is ours: what stands between two lines of its own. All else in the file is of whoever
/// keeps the server, and stays byte for byte, whatever it is written in.
public final class RulesBlock {
    public static final String PATH = ".htaccess";
    static final String BEGIN = "# BEGIN Sitewright (what stands between these lines is written anew)\n";
    static final String END = "# END Sitewright\n";
    static final String HEAD = "# Rules for Apache and LiteSpeed, written with the site.\n";
    private static final String BEGINS = "# BEGIN Sitewright";
    private static final String ENDS = "# END Sitewright";

    private RulesBlock() {}

    /// Where the block is in a text: from the start of its first line to behind its last.
    private record Place(int from, int to) {}

    /// The file with another block. It takes the place of the one that is there, else it stands at the end.
    ///
    /// @param there the file as it is; all of it is kept but a block of ours
    /// @param ours a file in which a block is; all of it counts when there is none
    public static byte[] merged(byte[] there, byte[] ours) {
        String file = text(there);
        String block = block(text(ours));
        Place old = place(file);
        if (old != null) {
            return bytes(file.substring(0, old.from()) + block + file.substring(old.to()));
        }
        String gap = file.isBlank() ? "" : file.endsWith("\n") ? "\n" : "\n\n";
        return bytes((file.isBlank() ? "" : file) + gap + block);
    }

    /// The file without our block; empty when nothing else is in it.
    public static byte[] others(byte[] there) {
        String file = text(there);
        Place old = place(file);
        String rest = old == null ? file : file.substring(0, old.from()) + file.substring(old.to());
        return rest.isBlank() ? new byte[0] : bytes(rest);
    }

    /// Whether there is a block of ours in it.
    public static boolean isIn(byte[] file) {
        return place(text(file)) != null;
    }

    /// Whether it is of a version of the program that wrote the whole file.
    public static boolean isOfBefore(byte[] file) {
        String text = text(file);
        return text.startsWith(HEAD) && place(text) == null;
    }

    private static String block(String ours) {
        Place place = place(ours);
        return place == null ? ours : ours.substring(place.from(), place.to());
    }

    /// The first end line and the last begin line before it: where one of the two is lost, nothing of others is
    /// between.
    private static @Nullable Place place(String file) {
        int begin = -1;
        for (int at = 0; at < file.length(); at = pastLine(file, at)) {
            if (file.startsWith(BEGINS, at)) {
                begin = at;
            } else if (begin >= 0 && file.startsWith(ENDS, at)) {
                return new Place(begin, pastLine(file, at));
            }
        }
        return null;
    }

    private static int pastLine(String file, int at) {
        int end = file.indexOf('\n', at);
        return end < 0 ? file.length() : end + 1;
    }

    /// Each byte as one character, so that nothing is lost of what is no UTF-8.
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
