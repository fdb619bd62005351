package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Makes a picture smaller. Every source pixel counts: each result pixel is a weighted mean of all that lie under a
/// Catmull-Rom kernel as wide as the step down (Keys 1981, with the kernel stretched as in Pillow's resampling).
/// Works row by row, so that it needs little memory beside the picture.
final class Downscale {
    private final PixelRows source;
    private final int width;
    private final int height;
    private final Kernel across;
    private final float[][] ring;
    private final int[] ringRow;
    private final int[] row;
    private final boolean alpha;

    private Downscale(PixelRows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.across = new Kernel(source.width(), width);
        this.ring = new float[new Kernel(source.height(), height).taps()][width * 4];
        this.ringRow = new int[ring.length];
        this.row = new int[source.width()];
        this.alpha = source.hasAlpha();
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
                result.setRGB(0, y, width, 1, line, 0, width);
            }
            return result;
        }
        new Downscale(rows, width, height).into(result);
        return result;
    }

    private void into(BufferedImage result) {
        Kernel down = new Kernel(source.height(), height);
        Arrays.fill(ringRow, -1);
        float[] sum = new float[width * 4];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (int tap = 0; tap < down.count(y); tap++) {
                float[] values = rowAcross(down.from(y) + tap);
                float weight = down.weight(y, tap);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * values[i];
                }
            }
            for (int x = 0; x < width; x++) {
                line[x] = pixel(sum, x * 4);
            }
            result.setRGB(0, y, width, 1, line, 0, width);
        }
    }

    /// A source row at the new width, as alpha and colours multiplied with it; kept while later rows may need it.
    private float[] rowAcross(int y) {
        int place = y % ring.length;
        float[] values = ring[place];
        if (ringRow[place] == y) {
            return values;
        }
        ringRow[place] = y;
        source.read(y, row);
        for (int x = 0; x < width; x++) {
            float a = 0;
            float r = 0;
            float g = 0;
            float b = 0;
            int from = across.from(x);
            for (int tap = 0; tap < across.count(x); tap++) {
                int argb = row[from + tap];
                float weight = across.weight(x, tap);
                float opacity = alpha ? weight * (argb >>> 24) / 255f : weight;
                a += opacity;
                r += opacity * (argb >> 16 & 0xff);
                g += opacity * (argb >> 8 & 0xff);
                b += opacity * (argb & 0xff);
            }
            values[x * 4] = a;
            values[x * 4 + 1] = r;
            values[x * 4 + 2] = g;
            values[x * 4 + 3] = b;
        }
        return values;
    }

    private int pixel(float[] sum, int at) {
        float opacity = alpha ? Math.clamp(sum[at], 0f, 1f) : 1f;
        if (opacity < 1f / 512) {
            return 0;
        }
        float scale = alpha ? 1f / opacity : 1f;
        return Math.round(opacity * 255) << 24
                | level(sum[at + 1] * scale) << 16
                | level(sum[at + 2] * scale) << 8
                | level(sum[at + 3] * scale);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
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
