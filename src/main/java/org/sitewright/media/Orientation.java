package org.sitewright.media;

import java.awt.image.BufferedImage;

/// Turns and mirrors a picture as its EXIF orientation says it is to be shown (EXIF 2.3, tag 0x0112).
final class Orientation {
    private Orientation() {}

    static BufferedImage apply(BufferedImage picture, int orientation) {
        PixelRows rows = new PixelRows(picture);
        int width = rows.width();
        int height = rows.height();
        boolean sideways = orientation >= 5;
        int type = rows.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage turned = new BufferedImage(sideways ? height : width, sideways ? width : height, type);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                switch (orientation) {
                    case 2 -> turned.setRGB(right, y, row[x]);
                    case 3 -> turned.setRGB(right, below, row[x]);
                    case 4 -> turned.setRGB(x, below, row[x]);
                    case 5 -> turned.setRGB(y, x, row[x]);
                    case 6 -> turned.setRGB(below, x, row[x]);
                    case 7 -> turned.setRGB(below, right, row[x]);
                    case 8 -> turned.setRGB(y, right, row[x]);
                    default -> turned.setRGB(x, y, row[x]);
                }
            }
        }
        return turned;
    }
}
