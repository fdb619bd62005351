package org.sitewright.media;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/// The chunks of a WebP file (RFC 9649).
final class WebpParts {
    private static final int FILE_HEADER = 12;
    private static final int ANIMATION = 0x02;
    private static final int XMP = 0x04;
    private static final int EXIF = 0x08;
    private static final Set<String> METADATA = Set.of("EXIF", "XMP ");

    private WebpParts() {}

    static ImageHeader header(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(FILE_HEADER);
        String type = in.text(4);
        in.skip(4);
        return switch (type) {
            case "VP8 " -> lossy(in);
            case "VP8L" -> lossless(in);
            case "VP8X" -> extended(in, content);
            default -> throw MalformedPicture.wrong("unknown kind of WebP");
        };
    }

    /// The file without EXIF and XMP; what the picture looks like is not touched.
    ///
    /// @throws MalformedPicture when the end is missing
    static byte[] withoutMetadata(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(4);
        long said = in.u32Little() + 8;
        in.skip(4);
        if (said > content.length + 1L) {
            throw MalformedPicture.cut();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, FILE_HEADER);
        while (in.left() >= 8 && in.at() < said) {
            int from = in.at();
            String type = in.text(4);
            long length = in.u32Little();
            in.skip(length);
            if (length % 2 == 1 && !in.atEnd()) {
                in.skip(1);
            }
            if (!METADATA.contains(type)) {
                out.write(content, from, in.at() - from);
            }
        }
        byte[] clean = out.toByteArray();
        writeSize(clean);
        if (new ByteCursor(clean, FILE_HEADER, clean.length).text(4).equals("VP8X")) {
            clean[FILE_HEADER + 8] &= (byte) ~(XMP | EXIF);
        }
        return clean;
    }

    private static void writeSize(byte[] file) {
        int size = file.length - 8;
        for (int i = 0; i < 4; i++) {
            file[4 + i] = (byte) (size >>> (8 * i));
        }
    }

    private static ImageHeader lossy(ByteCursor in) {
        in.skip(3);
        if (in.u24Little() != 0x2a019d) {
            throw MalformedPicture.wrong("no start of a frame");
        }
        int width = in.u16Little() & 0x3fff;
        int height = in.u16Little() & 0x3fff;
        return new ImageHeader(width, height, 1, false);
    }

    private static ImageHeader lossless(ByteCursor in) {
        if (in.u8() != 0x2f) {
            throw MalformedPicture.wrong("no start of a frame");
        }
        long bits = in.u32Little();
        return new ImageHeader((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1, 1, false);
    }

    private static ImageHeader extended(ByteCursor in, byte[] content) {
        int flags = in.u8();
        in.skip(3);
        int width = in.u24Little() + 1;
        int height = in.u24Little() + 1;
        int orientation = (flags & EXIF) == 0 ? 1 : orientation(in, content);
        return new ImageHeader(width, height, orientation, (flags & ANIMATION) != 0);
    }

    private static int orientation(ByteCursor in, byte[] content) {
        while (in.left() >= 8) {
            String type = in.text(4);
            long length = in.u32Little();
            int from = in.at();
            if (length > in.left()) {
                return 1;
            }
            if (type.equals("EXIF")) {
                boolean jpegStyle = length > 6
                        && new ByteCursor(content, from, content.length).text(4).equals("Exif");
                return Exif.orientation(content, jpegStyle ? from + 6 : from, from + (int) length);
            }
            in.skip(Math.min(in.left(), length + length % 2));
        }
        return 1;
    }
}
