package org.sitewright.library.color;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the colours that a picture is remembered by, for a palette made from it.
///
/// Pixels are gathered into cells of hue; a cell weighs what its pixels weigh, and a pixel weighs more the more
/// colourful it is, since a small red boat in a grey sea is what people remember.
public final class DominantColors {
    private static final int CELLS = 24;
    private static final double GREY = 0.03;
    private static final double APART = 35;

    private DominantColors() {}

    /// @param pixels as 0xAARRGGBB; transparent ones do not count
    /// @return up to `most` seeds as `#rrggbb`, the strongest first; one grey when the picture has no colour, none
    ///     when it has no pixel
    public static List<String> of(int[] pixels, int most) {
        double[][] cells = new double[CELLS][5];
        double lightness = 0;
        int counted = 0;
        int step = Math.max(1, pixels.length / 20_000);
        for (int i = 0; i < pixels.length; i += step) {
            if (pixels[i] >>> 24 < 128) {
                continue;
            }
            Oklch color = Oklch.of(String.format("#%06x", pixels[i] & 0xffffff));
            counted++;
            lightness += color.lightness();
            if (color.chroma() >= GREY && color.lightness() > 0.15 && color.lightness() < 0.97) {
                gather(cells[(int) (color.hue() * CELLS / 360) % CELLS], color);
            }
        }
        if (counted == 0) {
            return List.of();
        }
        List<String> found = strongest(cells, most, counted);
        return found.isEmpty() ? List.of(new Oklch(Math.clamp(lightness / counted, 0.35, 0.6), 0, 0).hex()) : found;
    }

    private static void gather(double[] cell, Oklch color) {
        double weight = color.chroma() * color.chroma();
        cell[0] += weight;
        cell[1] += weight * color.lightness();
        cell[2] += weight * color.chroma();
        cell[3] += weight * Math.cos(Math.toRadians(color.hue()));
        cell[4] += weight * Math.sin(Math.toRadians(color.hue()));
    }

    private static List<String> strongest(double[][] cells, int most, int counted) {
        List<double[]> ordered = new ArrayList<>(List.of(cells));
        ordered.removeIf(cell -> cell[0] < counted * 0.000_02);
        ordered.sort(Comparator.comparingDouble((double[] cell) -> -cell[0]));
        List<Oklch> chosen = new ArrayList<>();
        for (double[] cell : ordered) {
            double hue = Math.toDegrees(Math.atan2(cell[4], cell[3]));
            Oklch color =
                    new Oklch(Math.clamp(cell[1] / cell[0], 0.35, 0.7), cell[2] / cell[0], hue < 0 ? hue + 360 : hue);
            if (chosen.size() < most && chosen.stream().allMatch(each -> apart(each.hue(), color.hue()) >= APART)) {
                chosen.add(color);
            }
        }
        return chosen.stream().map(Oklch::hex).toList();
    }

    private static double apart(double one, double other) {
        double difference = Math.abs(one - other) % 360;
        return Math.min(difference, 360 - difference);
    }
}
