package org.sitewright.media;

import java.io.ByteArrayOutputStream;

/// The blocks of a GIF file (GIF89a).
final class GifParts {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;

    private GifParts() {}

    static ImageHeader header(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(6);
        return new ImageHeader(in.u16Little(), in.u16Little(), 1, frames(content) > 1);
    }

    /// The file without comments and XMP; what the picture looks like is not touched.
    ///
    /// @throws MalformedPicture when the end is missing
    static byte[] withoutMetadata(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        ByteCursor in = start(content);
        out.write(content, 0, in.at());
        while (true) {
            int from = in.at();
            int block = in.u8();
            boolean kept = true;
            if (block == EXTENSION) {
                kept = !skipExtension(in, content);
            } else if (block == IMAGE) {
                skipImage(in);
            } else if (block != TRAILER) {
                throw MalformedPicture.wrong("unknown block");
            }
            if (kept) {
                out.write(content, from, in.at() - from);
            }
            if (block == TRAILER) {
                return out.toByteArray();
            }
        }
    }

    private static int frames(byte[] content) {
        int frames = 0;
        try {
            ByteCursor in = start(content);
            for (int block = in.u8(); block == EXTENSION || block == IMAGE; block = in.u8()) {
                if (block == IMAGE) {
                    frames++;
                    skipImage(in);
                } else {
                    in.skip(1);
                    skipBlocks(in);
                }
            }
            return frames;
        } catch (MalformedPicture cut) {
            return frames;
        }
    }

    /// Whether the extension is metadata.
    private static boolean skipExtension(ByteCursor in, byte[] content) {
        int label = in.u8();
        int from = in.at();
        skipBlocks(in);
        if (label != APPLICATION) {
            return label == COMMENT;
        }
        return new ByteCursor(content, from + 1, content.length).text(8).equals("XMP Data");
    }

    private static ByteCursor start(byte[] content) {
        ByteCursor in = new ByteCursor(content);
        in.skip(10);
        int flags = in.u8();
        in.skip(2);
        skipColours(in, flags);
        return in;
    }

    private static void skipImage(ByteCursor in) {
        in.skip(8);
        skipColours(in, in.u8());
        in.skip(1);
        skipBlocks(in);
    }

    private static void skipColours(ByteCursor in, int flags) {
        if ((flags & 0x80) != 0) {
            in.skip(3L << ((flags & 7) + 1));
        }
    }

    private static void skipBlocks(ByteCursor in) {
        for (int length = in.u8(); length != 0; length = in.u8()) {
            in.skip(length);
        }
    }
}
