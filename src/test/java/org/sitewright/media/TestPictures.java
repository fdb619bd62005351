package org.sitewright.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures made for the tests, with what cameras and attackers put into them.
final class TestPictures {
    static final String GPS = "N 48 51 29.5 E 2 17 40.2";

    private TestPictures() {}

    /// The left half is red, the right half is blue, darker towards the bottom.
    static BufferedImage redLeft(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(255, 0, 0), 0, height, new Color(140, 0, 0)));
        pen.fillRect(0, 0, width / 2, height);
        pen.setPaint(new GradientPaint(0, 0, new Color(0, 0, 255), 0, height, new Color(0, 0, 140)));
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(int width, int height) {
        return encoded(redLeft(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg");
    }

    static byte[] png(int width, int height) {
        return encoded(redLeft(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /// A JPEG as a phone writes it: turned, with the place where it was taken.
    static byte[] phoneJpeg(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        byte[] place = GPS.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(place);
        ByteBuffer file = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        file.put(plain, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (exif.capacity() + 2));
        file.put(exif.array()).put(plain, 2, plain.length - 2);
        return file.array();
    }

    /// A PNG whose header claims a size that nothing follows.
    static byte[] bombPng(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 6, 0, 0, 0});
        chunk(file, "IHDR", header.array());
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    static byte[] bombGif(int width, int height) {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[] {0, 0, 0})
                .put((byte) 0x2c)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) width)
                .putShort((short) height)
                .put((byte) 0)
                .array();
    }

    /// A frame header between the marks of a start and an end.
    static byte[] bombJpeg(int width, int height) {
        return ByteBuffer.allocate(23)
                .put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xc0, 0, 17, 8})
                .putShort((short) height)
                .putShort((short) width)
                .put(new byte[] {3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1})
                .put(new byte[] {(byte) 0xff, (byte) 0xd9})
                .array();
    }

    /// The extended form, which can say sizes that its pictures cannot have.
    static byte[] bombWebp(int width, int height) {
        return ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(22)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(0)
                .put(new byte[] {(byte) (width - 1), (byte) ((width - 1) >> 8), (byte) ((width - 1) >> 16)})
                .put(new byte[] {(byte) (height - 1), (byte) ((height - 1) >> 8), (byte) ((height - 1) >> 16)})
                .array();
    }

    /// A PNG with a comment that gives the place away.
    static byte[] talkingPng(int width, int height) {
        byte[] plain = png(width, height);
        byte[] text = ("Comment\0" + GPS).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(plain.length + 12 + text.length);
        file.put(plain, 0, 33);
        chunk(file, "tEXt", text);
        return file.put(plain, 33, plain.length - 33).array();
    }

    static BufferedImage decoded(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static byte[] firstHalf(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static void chunk(ByteBuffer file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        file.putInt(content.length).put(name).put(content).putInt((int) sum.getValue());
    }
}
