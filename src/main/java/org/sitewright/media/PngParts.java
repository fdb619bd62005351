package org.sitewright.media;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;

/// The chunks of a PNG file (W3C PNG, third edition).
final class PngParts {
    private static final int SIGNATURE = 8;
    private static final Set<String> METADATA = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX");

    private PngParts() {}

    static ImageHeader header(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(SIGNATURE);
        long headerLength = in.u32();
        if (headerLength != 13 || !in.text(4).equals("IHDR")) {
            throw MalformedPicture.wrong("no header");
        }
        long width = in.u32();
        long height = in.u32();
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw MalformedPicture.wrong("impossible size");
        }
        in.skip(9);
        return new ImageHeader((int) width, (int) height, orientation(in, content), hasChunk(content, "acTL"));
    }

    /// The file without EXIF, text and time; what the picture looks like is not touched.
    ///
    /// @throws MalformedPicture when a chunk is damaged or the end is missing
    static byte[] withoutMetadata(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, SIGNATURE);
        ByteCursor in = new ByteCursor(content);
        in.skip(SIGNATURE);
        while (true) {
            int from = in.at();
            long length = in.u32();
            String type = in.text(4);
            in.skip(length);
            CRC32 sum = new CRC32();
            sum.update(content, from + 4, (int) length + 4);
            if (in.u32() != sum.getValue()) {
                throw MalformedPicture.wrong("a chunk is damaged");
            }
            if (!METADATA.contains(type)) {
                out.write(content, from, in.at() - from);
            }
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
        }
    }

    private static int orientation(ByteCursor in, byte[] content) {
        while (in.left() >= 12) {
            long length = in.u32();
            String type = in.text(4);
            int from = in.at();
            if (length + 4 > in.left()) {
                return 1;
            }
            in.skip(length + 4);
            if (type.equals("eXIf")) {
                return Exif.orientation(content, from, from + (int) length);
            }
        }
        return 1;
    }

    private static boolean hasChunk(byte[] content, String wanted) {
        ByteCursor in = new ByteCursor(content);
        in.skip(SIGNATURE);
        while (in.left() >= 12) {
            long length = in.u32();
            String type = in.text(4);
            if (type.equals(wanted)) {
                return true;
            }
            if (type.equals("IDAT") || length + 4 > in.left()) {
                return false;
            }
            in.skip(length + 4);
        }
        return false;
    }
}
