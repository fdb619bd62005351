package org.sitewright.ui.media;

import org.sitewright.media.MediaCrop;

/// The part of a picture that a person frames: moved and pulled at its edges and corners, never out of the picture,
/// in a shape that may be held. In pixels of the picture.
final class CropFrame {
    private static final double SMALLEST = 16;

    private final double pictureWidth;
    private final double pictureHeight;
    private double x;
    private double y;
    private double width;
    private double height;
    private double ratio;

    /// What is pulled: which edge of each direction, if any.
    enum Grip {
        BODY(0, 0),
        TOP(0, -1),
        TOP_RIGHT(1, -1),
        RIGHT(1, 0),
        BOTTOM_RIGHT(1, 1),
        BOTTOM(0, 1),
        BOTTOM_LEFT(-1, 1),
        LEFT(-1, 0),
        TOP_LEFT(-1, -1);

        private final int across;
        private final int down;

        Grip(int across, int down) {
            this.across = across;
            this.down = down;
        }

        /// -1 for the left edge, 1 for the right one.
        int across() {
            return across;
        }

        /// -1 for the upper edge, 1 for the lower one.
        int down() {
            return down;
        }
    }

    CropFrame(int pictureWidth, int pictureHeight) {
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        set(new MediaCrop.Part(0, 0, pictureWidth, pictureHeight), 0);
    }

    /// @param held width by height, or 0 when the shape is free
    void set(MediaCrop.Part part, double held) {
        x = part.x();
        y = part.y();
        width = part.width();
        height = part.height();
        ratio = held;
    }

    /// The shape is free from now on.
    void release() {
        ratio = 0;
    }

    void pull(Grip grip, double right, double down) {
        if (grip == Grip.BODY) {
            x = Math.clamp(x + right, 0, Math.max(0, pictureWidth - width));
            y = Math.clamp(y + down, 0, Math.max(0, pictureHeight - height));
            return;
        }
        double roomAcross = room(grip.across, x, width, pictureWidth);
        double roomDown = room(grip.down, y, height, pictureHeight);
        double wide = Math.clamp(width + grip.across * right, Math.min(SMALLEST, roomAcross), roomAcross);
        double high = Math.clamp(height + grip.down * down, Math.min(SMALLEST, roomDown), roomDown);
        if (ratio > 0) {
            double wanted = grip.across == 0 ? high * ratio : grip.down == 0 ? wide : Math.max(wide, high * ratio);
            wide = Math.min(wanted, Math.min(roomAcross, roomDown * ratio));
            high = wide / ratio;
        }
        x = start(grip.across, x, width, wide);
        y = start(grip.down, y, height, high);
        width = wide;
        height = high;
    }

    /// How long that side can get while its other end, or its middle, stays where it is.
    private double room(int edge, double from, double length, double whole) {
        if (edge > 0) {
            return whole - from;
        }
        if (edge < 0) {
            return from + length;
        }
        double middle = from + length / 2;
        return ratio > 0 ? 2 * Math.min(middle, whole - middle) : length;
    }

    private static double start(int edge, double from, double before, double after) {
        return edge > 0 ? from : edge < 0 ? from + before - after : from + (before - after) / 2;
    }

    MediaCrop.Part part() {
        int left = Math.clamp(Math.round(x), 0, (int) pictureWidth - 1);
        int top = Math.clamp(Math.round(y), 0, (int) pictureHeight - 1);
        return new MediaCrop.Part(
                left,
                top,
                Math.clamp(Math.round(width), 1, (int) pictureWidth - left),
                Math.clamp(Math.round(height), 1, (int) pictureHeight - top));
    }
}
