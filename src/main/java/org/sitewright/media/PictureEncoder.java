package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Writes drawn pictures as small files. The same picture gives the same bytes.
public final class PictureEncoder {
    private static final int MOST_COLORS = 256;
    private static final int MOST_PLAIN = 32;
    private static final int RUN = 12;

    private PictureEncoder() {}

    /// Without loss; with a palette where there are few enough colours.
    ///
    public static byte[] png(BufferedImage picture) {
        return encode(
                MediaKind.PNG,
                picture.getType() == BufferedImage.TYPE_INT_RGB ? indexed(picture) : picture,
                Pictures.QUICK);
    }

    /// With a loss that is hardly seen.
    public static byte[] jpeg(BufferedImage picture) {
        return encode(MediaKind.JPEG, picture, Pictures.JPEG_QUALITY);
    }

    private static byte[] encode(MediaKind kind, BufferedImage picture, float quality) {
        try {
            return Pictures.encode(kind, picture, quality);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A drawing has a few plain colours, which stay as they are. Those between them, at the edges of shapes, are
    /// rounded to sixteen steps each, which nobody sees and which makes half the file.
    private static BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Set<Integer> plain = plain(pixels);
        int[] colors = new int[MOST_COLORS];
        Map<Integer, Integer> known = new HashMap<>();
        byte[] all = new byte[pixels.length];
        int before = -1;
        int number = 0;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i] & 0xffffff;
            if (pixel != before) {
                int color = plain.contains(pixel) ? pixel : (pixel & 0xf0f0f0) | 0x080808;
                Integer found = known.putIfAbsent(color, known.size());
                if (found == null && known.size() > MOST_COLORS) {
                    return picture;
                }
                number = found == null ? known.size() - 1 : found;
                colors[number] = color;
                before = pixel;
            }
            all[i] = (byte) number;
        }
        IndexColorModel palette = new IndexColorModel(8, known.size(), colors, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        indexed.getRaster().setDataElements(0, 0, width, height, all);
        return indexed;
    }

    /// Colours of which rows of pixels are made.
    private static Set<Integer> plain(int[] pixels) {
        Set<Integer> plain = new HashSet<>();
        int run = 1;
        for (int i = 1; i < pixels.length && plain.size() < MOST_PLAIN; i++) {
            run = pixels[i] == pixels[i - 1] ? run + 1 : 1;
            if (run == RUN) {
                plain.add(pixels[i] & 0xffffff);
            }
        }
        return plain;
    }
}
