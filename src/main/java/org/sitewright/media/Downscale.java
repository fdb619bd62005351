package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Makes a picture smaller. Every source pixel counts: each result pixel is a weighted mean of all that lie under its
/// [Kernel]. Works row by row, so that it needs little memory beside the picture. Rows are mixed before columns: mixing
/// rows is one long loop over neighbours in memory, and leaves fewer columns to do. What can be transparent is done
/// here; the rest, most pictures by far, by [OpaqueDownscale].
final class Downscale {
    private static final int CHANNELS = 4;

    private final PixelRows source;
    private final int width;
    private final int height;
    private final Kernel across;
    private final Kernel down;
    private final float[][] ring;
    private final int[] ringRow;

    private Downscale(PixelRows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.across = new Kernel(source.width(), width);
        this.down = new Kernel(source.height(), height);
        this.ring = new float[down.taps()][source.width() * CHANNELS];
        this.ringRow = new int[ring.length];
    }

    /// The picture at the size, as `TYPE_INT_RGB`, or `TYPE_INT_ARGB` where it can be transparent. Also at its own
    /// size, where only its colours are brought to sRGB.
    static BufferedImage to(BufferedImage picture, int width, int height) {
        PixelRows rows = new PixelRows(picture);
        if (width > rows.width() || height > rows.height()) {
            throw new IllegalArgumentException("never larger than it is");
        }
        int type = rows.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage result = new BufferedImage(width, height, type);
        if (width == rows.width() && height == rows.height()) {
            int[] line = new int[width];
            for (int y = 0; y < height; y++) {
                rows.read(y, line);
                result.getRaster().setDataElements(0, y, width, 1, line);
            }
            return result;
        }
        if (rows.hasAlpha()) {
            new Downscale(rows, width, height).into(result);
        } else {
            new OpaqueDownscale(rows, width, height).into(result);
        }
        return result;
    }

    private void into(BufferedImage result) {
        Arrays.fill(ringRow, -1);
        float[] mixed = new float[source.width() * CHANNELS];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(mixed, 0);
            for (int tap = 0; tap < down.count(y); tap++) {
                add(mixed, row(down.from(y) + tap), down.weight(y, tap));
            }
            across(mixed, line);
            result.getRaster().setDataElements(0, y, width, 1, line);
        }
    }

    private static void add(float[] sum, float[] values, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    /// A source row; kept while later rows may need it.
    private float[] row(int y) {
        int place = y % ring.length;
        if (ringRow[place] != y) {
            ringRow[place] = y;
            source.read(y, ring[place]);
        }
        return ring[place];
    }

    private void across(float[] mixed, int[] line) {
        for (int x = 0; x < width; x++) {
            float opacity = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            float[] weights = across.weights[x];
            int at = across.from[x] * 4;
            for (float weight : weights) {
                red += weight * mixed[at];
                green += weight * mixed[at + 1];
                blue += weight * mixed[at + 2];
                opacity += weight * mixed[at + 3];
                at += 4;
            }
            line[x] = pixel(Math.clamp(opacity, 0f, 1f), red, green, blue);
        }
    }

    private static int pixel(float opacity, float red, float green, float blue) {
        if (opacity < 1f / 512) {
            return 0;
        }
        return Math.round(opacity * 255) << 24
                | level(red / opacity) << 16
                | level(green / opacity) << 8
                | level(blue / opacity);
    }

    private static int level(float value) {
        return (int) Math.max(0f, Math.min(255f, value + 0.5f));
    }
}
