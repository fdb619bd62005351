package org.sitewright.media;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/// Which source pixels count for each result pixel of one direction, and how much; the weights of one add up to 1. A
/// Catmull-Rom kernel as wide as the step down (Keys 1981, with the kernel stretched as in Pillow's resampling).
final class Kernel {
    final int[] from;
    final float[][] weights;
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

    /// The weights in whole numbers that add up to `one`, for sums without fractions. Zeros follow up to a whole number
    /// of fours. Weights repeat after some pixels, mostly after few: those that do are the same array.
    long[][] whole(int one) {
        Map<LongBuffer, long[]> different = new HashMap<>();
        long[][] whole = new long[weights.length][];
        for (int i = 0; i < whole.length; i++) {
            long[] each = whole(weights[i], one);
            whole[i] = different.computeIfAbsent(LongBuffer.wrap(each), LongBuffer::array);
        }
        return whole;
    }

    private static long[] whole(float[] weights, int one) {
        long[] whole = new long[(weights.length + 3) & ~3];
        long sum = 0;
        int heaviest = 0;
        for (int tap = 0; tap < weights.length; tap++) {
            whole[tap] = Math.round(weights[tap] * one);
            sum += whole[tap];
            heaviest = weights[tap] > weights[heaviest] ? tap : heaviest;
        }
        whole[heaviest] += one - sum;
        return whole;
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
