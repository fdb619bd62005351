package org.sitewright.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of a picture as sRGB, four bytes a pixel (ARGB, not multiplied), without a second copy of the picture where
/// that can be helped.
final class PixelRows {
    private final BufferedImage image;
    private final Raster raster;
    private final int bands;
    private final boolean plainBytes;
    private final boolean plainInts;
    private final byte @Nullable [] buffer;
    /// All of a picture as the JPEG decoder leaves it, which may be read where it lies.
    private final byte @Nullable [] blueGreenRed;

    private final int[] line;

    PixelRows(BufferedImage picture) {
        image = inSrgb(picture);
        raster = image.getRaster();
        bands = raster.getNumBands();
        plainBytes = raster.getTransferType() == DataBuffer.TYPE_BYTE
                && !(image.getColorModel() instanceof IndexColorModel)
                && raster.getSampleModel().getSampleSize(0) == 8
                && !image.isAlphaPremultiplied();
        plainInts = image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB;
        line = new int[image.getWidth()];
        buffer = plainBytes ? new byte[image.getWidth() * bands] : null;
        blueGreenRed = whole(image);
    }

    private static byte @Nullable [] whole(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_3BYTE_BGR
                        && image.getRaster().getDataBuffer() instanceof DataBufferByte data
                        && data.getNumBanks() == 1
                        && data.getData().length == 3 * image.getWidth() * image.getHeight()
                ? data.getData()
                : null;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    boolean hasAlpha() {
        return image.getColorModel().hasAlpha();
    }

    void read(int y, int[] argb) {
        if (plainInts) {
            raster.getDataElements(0, y, width(), 1, argb);
            if (!hasAlpha()) {
                for (int x = 0; x < argb.length; x++) {
                    argb[x] |= 0xff000000;
                }
            }
            return;
        }
        if (buffer == null) {
            image.getRGB(0, y, width(), 1, argb, 0, width());
            return;
        }
        raster.getDataElements(0, y, width(), 1, buffer);
        for (int x = 0, at = 0; x < width(); x++, at += bands) {
            argb[x] = pixel(buffer, at);
        }
    }

    /// The row as red, green and blue from 0 to 255, multiplied with the opacity, which follows from 0 to 1.
    void read(int y, float[] values) {
        read(y, line);
        for (int x = 0, at = 0; x < line.length; x++) {
            int argb = line[x];
            float opacity = (argb >>> 24) / 255f;
            values[at++] = opacity * (argb >> 16 & 0xff);
            values[at++] = opacity * (argb >> 8 & 0xff);
            values[at++] = opacity * (argb & 0xff);
            values[at++] = opacity;
        }
    }

    /// The row of a picture without transparency with the colours of a pixel side by side, red highest.
    ///
    /// @param lane how many bits each colour takes
    void read(int y, long[] values, int lane) {
        if (blueGreenRed != null) {
            for (int x = 0, at = 3 * width() * y; x < values.length; x++, at += 3) {
                values[x] = ((blueGreenRed[at + 2] & 0xffL) << (2 * lane))
                        | ((blueGreenRed[at + 1] & 0xffL) << lane)
                        | (blueGreenRed[at] & 0xffL);
            }
            return;
        }
        read(y, line);
        for (int x = 0; x < line.length; x++) {
            long rgb = line[x];
            values[x] = (((rgb >> 16) & 0xff) << (2 * lane)) | (((rgb >> 8) & 0xff) << lane) | (rgb & 0xff);
        }
    }

    /// Grey values are taken as they are: Java's own conversion treats them as linear light and brightens them.
    private int pixel(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        return switch (bands) {
            case 1 -> 0xff000000 | first * 0x010101;
            case 2 -> (bytes[at + 1] & 0xff) << 24 | first * 0x010101;
            case 3 -> 0xff000000 | first << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
            default ->
                (bytes[at + 3] & 0xff) << 24 | first << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
        };
    }

    private static BufferedImage inSrgb(BufferedImage picture) {
        ColorSpace space = picture.getColorModel().getColorSpace();
        boolean grey = space.getType() == ColorSpace.TYPE_GRAY;
        boolean eightBits =
                Arrays.stream(picture.getSampleModel().getSampleSize()).allMatch(bits -> bits == 8);
        if (space.isCS_sRGB() || (grey && eightBits)) {
            return picture;
        }
        if (grey) {
            return deepGrey(picture);
        }
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage converted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        return new ColorConvertOp(null).filter(picture, converted);
    }

    private static BufferedImage deepGrey(BufferedImage picture) {
        Raster from = picture.getRaster();
        int bits = from.getSampleModel().getSampleSize(0);
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
        boolean alpha = from.getNumBands() > 1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int value = (int) (from.getSample(x, y, 0) * 255L / ((1L << bits) - 1));
                int opacity = alpha ? (int) (from.getSample(x, y, 1) * 255L / ((1L << bits) - 1)) : 255;
                grey.setRGB(x, y, opacity << 24 | value * 0x010101);
            }
        }
        return grey;
    }
}
