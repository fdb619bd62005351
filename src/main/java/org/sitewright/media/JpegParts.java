package org.sitewright.media;

import java.io.ByteArrayOutputStream;

/// The segments of a JPEG file (ITU T.81, annex B).
final class JpegParts {
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private JpegParts() {}

    static ImageHeader header(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(2);
        int orientation = 1;
        while (true) {
            int marker = marker(in);
            if (marker == SOS || marker == EOI) {
                throw MalformedPicture.wrong("no frame before the picture");
            }
            int length = length(in);
            int from = in.at();
            if (marker == APP1 && isExif(content, from, length)) {
                orientation = Exif.orientation(content, from + 6, from + length);
            }
            if (isFrame(marker)) {
                in.skip(1);
                int height = in.u16();
                return new ImageHeader(in.u16(), height, orientation, false);
            }
            in.skip(length);
        }
    }

    /// The file without EXIF, GPS, XMP, IPTC and comments; what the picture looks like is not touched. What follows the
    /// end of the picture is left out too.
    ///
    /// @throws MalformedPicture when the end is missing
    static byte[] withoutMetadata(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        ByteCursor in = new ByteCursor(content);
        in.skip(2);
        out.write(content, 0, 2);
        while (true) {
            int marker = marker(in);
            if (marker == EOI) {
                out.write(0xff);
                out.write(EOI);
                return out.toByteArray();
            }
            int length = length(in);
            int from = in.at();
            in.skip(length);
            if (isKept(content, marker, from, length)) {
                out.write(0xff);
                out.write(marker);
                out.write(content, from - 2, length + 2);
            }
            if (marker == SOS) {
                int start = in.at();
                skipScan(in, content);
                out.write(content, start, in.at() - start);
            }
        }
    }

    private static boolean isKept(byte[] content, int marker, int from, int length) {
        if (marker == APP2) {
            return startsWith(content, from, length, "ICC_PROFILE\0");
        }
        boolean application = marker >= APP0 && marker <= APP15;
        return marker != COMMENT && (!application || marker == APP0 || marker == APP14);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isExif(byte[] content, int from, int length) {
        return startsWith(content, from, length, "Exif\0\0");
    }

    private static boolean startsWith(byte[] content, int from, int length, String start) {
        return length >= start.length()
                && new ByteCursor(content, from, content.length)
                        .text(start.length())
                        .equals(start);
    }

    private static int marker(ByteCursor in) {
        if (in.u8() != 0xff) {
            throw MalformedPicture.wrong("no marker where one belongs");
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        return marker;
    }

    private static int length(ByteCursor in) {
        int length = in.u16() - 2;
        if (length < 0) {
            throw MalformedPicture.wrong("a segment shorter than its own length");
        }
        if (length > in.left()) {
            throw MalformedPicture.cut();
        }
        return length;
    }

    /// Stops before the marker that follows the entropy-coded bytes.
    private static void skipScan(ByteCursor in, byte[] content) {
        while (true) {
            int at = in.at();
            if (in.left() < 2) {
                throw MalformedPicture.cut();
            }
            if ((content[at] & 0xff) == 0xff) {
                int next = content[at + 1] & 0xff;
                boolean coded = next == 0 || (next >= 0xd0 && next <= 0xd7);
                if (!coded && next != 0xff) {
                    return;
                }
            }
            in.skip(1);
        }
    }
}
