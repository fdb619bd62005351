package org.sitewright.site;

/// The point of a picture that stays visible when it is cropped, as fractions of width and height from the top left.
public record Focal(double x, double y) {
    public static final Focal CENTRE = new Focal(0.5, 0.5);

    public Focal {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("a focal point lies between 0 and 1: " + x + ", " + y);
        }
    }
}
