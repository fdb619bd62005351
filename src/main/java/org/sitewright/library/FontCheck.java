package org.sitewright.library;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells whether a file is the font that its name says, by its header: WOFF2 (W3C, section 4.1) or TrueType and
/// OpenType (the table directory of the OpenType specification).
final class FontCheck {
    private static final int WOFF2 = 0x774F4632;
    private static final int TRUETYPE = 0x00010000;
    private static final int OPENTYPE = 0x4F54544F;
    private static final int DIRECTORY = 12;
    private static final int RECORD = 16;

    private FontCheck() {}

    /// @return what is wrong with it
    static Optional<String> wrong(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long size = Files.size(file);
            int kind = in.readInt();
            boolean compressed = file.toString().endsWith(".woff2");
            if (compressed ? kind != WOFF2 : kind != TRUETYPE && kind != OPENTYPE) {
                return Optional.of("it is no " + (compressed ? "WOFF2" : "TrueType") + " font");
            }
            return compressed ? compressed(in, size) : plain(in, size);
        } catch (IOException fault) {
            return Optional.of(
                    Files.exists(file) ? "it is no font, or it is cut off" : "the file of this font is missing");
        }
    }

    private static Optional<String> compressed(DataInputStream in, long size) throws IOException {
        int flavour = in.readInt();
        long said = Integer.toUnsignedLong(in.readInt());
        int tables = in.readUnsignedShort();
        if (said != size) {
            return Optional.of("it is cut off: it says that it has " + said + " bytes and has " + size);
        }
        return tables == 0 || (flavour != TRUETYPE && flavour != OPENTYPE)
                ? Optional.of("it holds no letters")
                : Optional.empty();
    }

    private static Optional<String> plain(DataInputStream in, long size) throws IOException {
        int tables = in.readUnsignedShort();
        in.skipNBytes(DIRECTORY - 6);
        if (tables == 0) {
            return Optional.of("it holds no letters");
        }
        for (int at = 0; at < tables; at++) {
            in.skipNBytes(RECORD - 8);
            long end = Integer.toUnsignedLong(in.readInt()) + Integer.toUnsignedLong(in.readInt());
            if (end > size) {
                return Optional.of("it is cut off");
            }
        }
        return Optional.empty();
    }
}
