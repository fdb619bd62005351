package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;
import org.sitewright.work.FixedPool;

/// Pictures as the editor's web view can show them: it reads no WebP, and needs no photo at its full size. What is made
/// is kept on disk. Safe from any thread.
public final class CanvasPictures {
    private static final int WIDEST = 1600;
    private static final float QUALITY = 0.88f;

    private final MediaStore store;
    private final PictureSizes sizes;
    private final Path cache;
    private final FixedPool pool;
    private final Map<MediaId, Object> locks = new ConcurrentHashMap<>();

    /// @param cache the folder for what is made; may be deleted while the program does not run
    public CanvasPictures(MediaStore store, Path cache, FixedPool pool) {
        this.store = store;
        this.sizes = new PictureSizes(store);
        this.cache = cache;
        this.pool = pool;
    }

    /// A file that can be shown.
    public record Shown(Path file, String contentType) {}

    public PictureSizes sizes() {
        return sizes;
    }

    /// @throws org.sitewright.work.Problem when the picture is missing or damaged, or the disk is full
    public Shown of(MediaId media, PictureSizes.Size size) {
        boolean shownAsItIs = !size.contentType().equals(MediaKind.WEBP.contentType()) && size.width() <= WIDEST;
        if (shownAsItIs
                || size.contentType().equals(MediaKind.SVG.contentType())
                || size.contentType().equals(MediaKind.GIF.contentType())) {
            return new Shown(store.path(media), size.contentType());
        }
        Path jpeg = cache.resolve(media + ".canvas.jpg");
        Path png = cache.resolve(media + ".canvas.png");
        synchronized (locks.computeIfAbsent(media, key -> new Object())) {
            if (!Files.isRegularFile(jpeg) && !Files.isRegularFile(png)) {
                pool.call(() -> {
                    make(media, jpeg, png);
                    return Boolean.TRUE;
                });
            }
        }
        return Files.isRegularFile(jpeg)
                ? new Shown(jpeg, MediaKind.JPEG.contentType())
                : new Shown(png, MediaKind.PNG.contentType());
    }

    /// A WebP picture of a built site as a web view of the program can read it.
    ///
    /// @throws org.sitewright.work.Problem when it cannot be read
    public Legible readable(byte[] webp) {
        return pool.call(() -> {
            BufferedImage image = Pictures.decode(MediaKind.WEBP, webp);
            MediaKind kind = image.getColorModel().hasAlpha() ? MediaKind.PNG : MediaKind.JPEG;
            return new Legible(kind.contentType(), Pictures.encode(kind, image, QUALITY));
        });
    }

    /// A picture in a form that web views read.
    @SuppressWarnings("ArrayRecordComponent") // sent on, never compared
    public record Legible(String contentType, byte[] content) {}

    private void make(MediaId media, Path jpeg, Path png) {
        try (InputStream in = store.open(media)) {
            byte[] content = in.readAllBytes();
            MediaKind kind = MediaKind.of(content).orElseThrow(() -> MediaProblems.unreadable(media.sha256()));
            BufferedImage image = Pictures.decode(kind, content);
            int width = Math.min(WIDEST, image.getWidth());
            int height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
            BufferedImage small = width == image.getWidth() ? image : Downscale.to(image, width, height);
            boolean clear = small.getColorModel().hasAlpha();
            write(clear ? png : jpeg, Pictures.encode(clear ? MediaKind.PNG : MediaKind.JPEG, small, QUALITY));
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(cache);
        Path part = Files.createTempFile(cache, "new", ".part");
        try {
            Files.copy(new ByteArrayInputStream(content), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
