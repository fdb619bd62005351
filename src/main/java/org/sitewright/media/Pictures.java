package org.sitewright.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Decodes and encodes pictures. The same picture gives the same bytes.
final class Pictures {
    static final float JPEG_QUALITY = 0.82f;
    static final float WEBP_QUALITY = 0.80f;
    /// Of PNG, which loses nothing: a third of the time for files a tenth larger.
    static final float QUICK = 0.5f;

    static final float KEEPING_QUALITY = 0.94f;

    /// Of libwebp's 0 to 6. Less than half the time of its usual 4, for files 2 % larger and 0.25 dB less like the
    /// picture, which nobody sees.
    private static final int WEBP_METHOD = 2;

    /// How many pixels of the longer side are enough to prove that a picture can be decoded.
    private static final int PROOF = 512;

    private Pictures() {}

    /// Decodes the first frame.
    static BufferedImage decode(MediaKind kind, byte[] content) throws IOException {
        return decode(kind, content, 1);
    }

    /// Decodes all of a picture but keeps only so many of its pixels as are needed to know that it can be decoded.
    static void prove(MediaKind kind, byte[] content, ImageHeader header) throws IOException {
        int step = kind == MediaKind.WEBP ? 1 : Math.max(1, Math.max(header.width(), header.height()) / PROOF);
        decode(kind, content, step);
    }

    /// @param quality 0 to 1, for the kinds that lose detail
    static byte[] encode(MediaKind kind, BufferedImage image, float quality) throws IOException {
        ImageWriter writer = first(ImageIO.getImageWritersByMIMEType(kind.contentType()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            BufferedImage suited = kind == MediaKind.JPEG ? inBytes(image) : image;
            writer.write(null, new IIOImage(suited, null, null), settings(kind, writer, quality));
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /// Java's JPEG encoder takes whole rows of bytes, and picks pixels of any other kind apart one by one.
    private static BufferedImage inBytes(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        int width = image.getWidth();
        BufferedImage bytes = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int[] line = new int[width];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, width, 1, line);
            for (int x = 0, at = 0; x < width; x++) {
                row[at++] = (byte) (line[x] >> 16);
                row[at++] = (byte) (line[x] >> 8);
                row[at++] = (byte) line[x];
            }
            bytes.getRaster().setDataElements(0, y, width, 1, row);
        }
        return bytes;
    }

    private static ImageWriteParam settings(MediaKind kind, ImageWriter writer, float quality) {
        if (kind == MediaKind.WEBP) {
            WebPWriteParam settings = new WebPWriteParam(Locale.ROOT);
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(CompressionType.Lossy);
            settings.setCompressionQuality(quality);
            settings.setMethod(WEBP_METHOD);
            return settings;
        }
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(kind == MediaKind.PNG && quality != QUICK ? 0.1f : quality);
        if (kind == MediaKind.JPEG) {
            settings.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
        }
        return settings;
    }

    private static BufferedImage decode(MediaKind kind, byte[] content, int step) throws IOException {
        ImageReader reader = first(ImageIO.getImageReadersByMIMEType(kind.contentType()));
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, false, true);
            ImageReadParam settings = reader.getDefaultReadParam();
            if (step > 1) {
                settings.setSourceSubsampling(step, step, 0, 0);
            }
            return reader.read(0, settings);
        } catch (RuntimeException damaged) {
            throw new IOException("the decoder could not go on", damaged);
        } finally {
            reader.dispose();
        }
    }

    private static <T> T first(Iterator<T> found) {
        return found.next();
    }
}
