package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/// Makes a picture without transparency smaller, as [Downscale] does, in whole numbers: the three colours of a pixel
/// lie side by side in one `long`, 21 bits each, so that one multiplication weighs all three. A sum may be negative
/// for one colour and borrow from its neighbour; the bias that is added before they are taken apart pays that back.
final class OpaqueDownscale {
    private static final int LANE = 21;
    private static final int ONE = 1 << 10;
    private static final long LANES = (1L << (2 * LANE)) | (1L << LANE) | 1;

    /// After rows were mixed a colour keeps one bit of fraction. Both biases leave room for a kernel that swings over
    /// by two thirds of the range, more than Catmull-Rom's can in either direction.
    private static final int MIXED_SHIFT = 9;

    private static final long MIXED_BIAS = ((1 << 18) + (1 << (MIXED_SHIFT - 1))) * LANES;
    private static final long MIXED_MASK = ((1 << (LANE - MIXED_SHIFT)) - 1) * LANES;
    private static final int DONE_SHIFT = 11;
    private static final int DONE_BIAS = ((1 << (18 - MIXED_SHIFT)) * ONE) >> DONE_SHIFT;
    private static final long HALF = (1L << (DONE_SHIFT - 1)) * LANES;
    private static final int MASK = (1 << (LANE - DONE_SHIFT)) - 1;

    private final PixelRows source;
    private final int width;
    private final int height;
    private final Kernel down;
    private final long[][] downWeights;
    private final List<Run> runs;
    private final long[] sums;
    private final int[] levels = levels();
    private final long[][] ring;
    private final int[] ringRow;

    OpaqueDownscale(PixelRows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.down = new Kernel(source.height(), height);
        this.downWeights = down.whole(ONE);
        this.runs = Run.of(new Kernel(source.width(), width));
        this.sums = new long[width];
        this.ring = new long[down.taps() + 3][source.width()];
        this.ringRow = new int[ring.length];
    }

    void into(BufferedImage result) {
        Arrays.fill(ringRow, -1);
        long[] mixed = new long[source.width() + Run.TAPS];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            mix(mixed, down.from(y), downWeights[y]);
            across(mixed, line);
            result.getRaster().setDataElements(0, y, width, 1, line);
        }
    }

    /// Four rows at a time, so that the sums go through the memory a quarter as often.
    private void mix(long[] mixed, int from, long[] weights) {
        Arrays.fill(mixed, MIXED_BIAS);
        for (int tap = 0; tap < weights.length; tap += 4) {
            add(mixed, from + tap, weights, tap);
        }
        for (int x = 0; x < source.width(); x++) {
            mixed[x] = (mixed[x] >>> MIXED_SHIFT) & MIXED_MASK;
        }
    }

    private void add(long[] sum, int y, long[] weights, int tap) {
        long[] first = row(y);
        long[] second = row(y + 1);
        long[] third = row(y + 2);
        long[] fourth = row(y + 3);
        long one = weights[tap];
        long two = weights[tap + 1];
        long three = weights[tap + 2];
        long four = weights[tap + 3];
        for (int x = 0; x < first.length; x++) {
            sum[x] += one * first[x] + two * second[x] + three * third[x] + four * fourth[x];
        }
    }

    /// A source row; kept while later rows may need it. Below the last one any row does, as it weighs nothing.
    private long[] row(int wanted) {
        int y = Math.min(wanted, source.height() - 1);
        int place = y % ring.length;
        if (ringRow[place] != y) {
            ringRow[place] = y;
            source.read(y, ring[place], LANE);
        }
        return ring[place];
    }

    private void across(long[] mixed, int[] line) {
        Arrays.fill(sums, HALF);
        for (Run run : runs) {
            run.add(mixed, sums);
        }
        for (int x = 0; x < width; x++) {
            long sum = sums[x];
            line[x] = 0xff000000
                    | (levels[(int) (sum >>> (2 * LANE + DONE_SHIFT)) & MASK] << 16)
                    | (levels[(int) (sum >>> (LANE + DONE_SHIFT)) & MASK] << 8)
                    | levels[(int) (sum >>> DONE_SHIFT) & MASK];
        }
    }

    /// From 0 to 255 for each sum, whatever lies outside of that cut off.
    private static int[] levels() {
        int[] levels = new int[MASK + 1];
        for (int sum = 0; sum < levels.length; sum++) {
            levels[sum] = Math.clamp(sum - DONE_BIAS, 0, 255);
        }
        return levels;
    }

    /// Result pixels that are equally far apart and weigh what lies under them alike: the weights stay in the
    /// processor while it goes through them.
    ///
    /// @param tap the first of the eight weights that this run takes
    /// @param x of the first result pixel
    /// @param at of the first source pixel
    private record Run(long[] weights, int tap, int x, int xStep, int at, int atStep, int count) {
        static final int TAPS = 8;

        static List<Run> of(Kernel kernel) {
            long[][] weights = kernel.whole(ONE);
            IdentityHashMap<long[], List<Integer>> alike = new IdentityHashMap<>();
            for (int x = 0; x < weights.length; x++) {
                alike.computeIfAbsent(weights[x], key -> new ArrayList<>()).add(x);
            }
            List<Run> runs = new ArrayList<>();
            alike.forEach((each, pixels) -> {
                for (int first = 0; first < pixels.size(); ) {
                    int count = evenly(kernel, pixels, first);
                    for (int tap = 0; tap < each.length; tap += TAPS) {
                        runs.add(of(kernel, each, pixels.subList(first, first + count), tap));
                    }
                    first += count;
                }
            });
            return runs;
        }

        private static Run of(Kernel kernel, long[] weights, List<Integer> pixels, int tap) {
            int x = pixels.getFirst();
            int second = pixels.size() > 1 ? pixels.get(1) : x;
            int at = kernel.from(x);
            return new Run(
                    Arrays.copyOfRange(weights, tap, tap + TAPS),
                    tap,
                    x,
                    second - x,
                    at + tap,
                    kernel.from(second) - at,
                    pixels.size());
        }

        /// How many of the pixels from one on keep the same distance to each other, here and in the source.
        private static int evenly(Kernel kernel, List<Integer> pixels, int first) {
            int last = first + 1;
            while (last < pixels.size() && last > first) {
                int here = pixels.get(last) - pixels.get(last - 1);
                int there = kernel.from(pixels.get(last)) - kernel.from(pixels.get(last - 1));
                boolean even = here == pixels.get(first + 1) - pixels.get(first)
                        && there == kernel.from(pixels.get(first + 1)) - kernel.from(pixels.get(first));
                if (!even) {
                    break;
                }
                last++;
            }
            return last - first;
        }

        void add(long[] mixed, long[] sums) {
            long a = weights[0];
            long b = weights[1];
            long c = weights[2];
            long d = weights[3];
            long e = weights[4];
            long f = weights[5];
            long g = weights[6];
            long h = weights[7];
            for (int i = 0; i < count; i++) {
                int from = at + i * atStep;
                sums[x + i * xStep] += a * mixed[from]
                        + b * mixed[from + 1]
                        + c * mixed[from + 2]
                        + d * mixed[from + 3]
                        + e * mixed[from + 4]
                        + f * mixed[from + 5]
                        + g * mixed[from + 6]
                        + h * mixed[from + 7];
            }
        }
    }
}
