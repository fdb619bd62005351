package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Makes a picture smaller. Every source pixel counts: each result pixel is a weighted mean of all that lie under a
/// Catmull-Rom kernel as wide as the step down (Keys 1981, with the kernel stretched as in Pillow's resampling).
/// Works row by row, so that it needs little memory beside the picture. Rows are mixed before columns: mixing rows is
/// one long loop over neighbours in memory, which the processor does eight at a time, and leaves fewer columns to do.
final class Downscale {
    private final PixelRows source;
    private final int width;
    private final int height;
    private final int channels;
    private final Kernel across;
    private final Kernel down;
    private final float[][] ring;
    private final int[] ringRow;

    private Downscale(PixelRows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.channels = source.hasAlpha() ? 4 : 3;
        this.across = new Kernel(source.width(), width);
        this.down = new Kernel(source.height(), height);
        this.ring = new float[down.taps()][source.width() * channels];
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
        new Downscale(rows, width, height).into(result);
        return result;
    }

    private void into(BufferedImage result) {
        Arrays.fill(ringRow, -1);
        float[] mixed = new float[source.width() * channels];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(mixed, 0);
            for (int tap = 0; tap < down.count(y); tap++) {
                add(mixed, row(down.from(y) + tap), down.weight(y, tap));
            }
            if (channels == 4) {
                clear(mixed, line);
            } else {
                opaque(mixed, line);
            }
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

    private void opaque(float[] mixed, int[] line) {
        for (int x = 0; x < width; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            float[] weights = across.weights[x];
            int at = across.from[x] * 3;
            for (float weight : weights) {
                red += weight * mixed[at];
                green += weight * mixed[at + 1];
                blue += weight * mixed[at + 2];
                at += 3;
            }
            line[x] = 0xff000000 | level(red) << 16 | level(green) << 8 | level(blue);
        }
    }

    private void clear(float[] mixed, int[] line) {
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

    /// Which source pixels count for each result pixel of one direction, and how much; the weights of one add up to 1.
    private static final class Kernel {
        private final int[] from;
        private final float[][] weights;
        private int widest;

        Kernel(int source, int target) {
            from = new int[target];
            weights = new float[target][];
            double scale = (double) source / target;
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * scale;
                int first = Math.max(0, (int) Math.floor(centre - 2 * scale));
                int last = Math.min(source, (int) Math.ceil(centre + 2 * scale));
                from[i] = first;
                weights[i] = weights(first, last, centre, scale);
                widest = Math.max(widest, last - first);
            }
        }

        int taps() {
            return widest;
        }

        int from(int i) {
            return from[i];
        }

        int count(int i) {
            return weights[i].length;
        }

        float weight(int i, int tap) {
            return weights[i][tap];
        }

        private static float[] weights(int first, int last, double centre, double scale) {
            double[] raw = new double[last - first];
            double sum = 0;
            for (int tap = 0; tap < raw.length; tap++) {
                raw[tap] = catmullRom(Math.abs((first + tap + 0.5 - centre) / scale));
                sum += raw[tap];
            }
            float[] weights = new float[raw.length];
            for (int tap = 0; tap < raw.length; tap++) {
                weights[tap] = (float) (raw[tap] / sum);
            }
            return weights;
        }

        private static double catmullRom(double x) {
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }
    }
}
