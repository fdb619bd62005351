package org.sitewright.library.color;

/// A colour in OKLCH: the cylindrical form of Oklab (Björn Ottosson, 2020), as in CSS Color 4.
///
/// @param lightness 0 to 1
/// @param chroma 0 to about 0.37
/// @param hue degrees
public record Oklch(double lightness, double chroma, double hue) {
    /// @param hex `#rrggbb`
    public static Oklch of(String hex) {
        double red = linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0);
        double green = linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0);
        double blue = linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double hue = Math.toDegrees(Math.atan2(b, a));
        return new Oklch(lightness, Math.hypot(a, b), hue < 0 ? hue + 360 : hue);
    }

    public Oklch withLightness(double changed) {
        return new Oklch(Math.clamp(changed, 0.0, 1.0), chroma, hue);
    }

    public Oklch withChroma(double changed) {
        return new Oklch(lightness, changed, hue);
    }

    /// The nearest `#rrggbb` of the same lightness and hue: chroma is reduced until the colour is inside sRGB.
    public String hex() {
        double[] rgb = rgb(chroma);
        if (!inside(rgb)) {
            double low = 0;
            double high = chroma;
            for (int i = 0; i < 24; i++) {
                double middle = (low + high) / 2;
                if (inside(rgb(middle))) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            rgb = rgb(low);
        }
        return String.format("#%02x%02x%02x", eight(rgb[0]), eight(rgb[1]), eight(rgb[2]));
    }

    /// The contrast ratio of WCAG 2 between two `#rrggbb`, 1 to 21.
    public static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0)
                + 0.7152 * linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0)
                + 0.0722 * linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
    }

    private double[] rgb(double atChroma) {
        double a = atChroma * Math.cos(Math.toRadians(hue));
        double b = atChroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean inside(double[] rgb) {
        for (double each : rgb) {
            if (each < -0.0005 || each > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private static int eight(double linear) {
        double clamped = Math.clamp(linear, 0.0, 1.0);
        double gamma = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
        return (int) Math.round(gamma * 255);
    }

    private static double linear(double gamma) {
        return gamma <= 0.04045 ? gamma / 12.92 : Math.pow((gamma + 0.055) / 1.055, 2.4);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
