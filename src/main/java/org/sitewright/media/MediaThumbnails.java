package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.FixedPool;

/// Small pictures for lists of media, made once for each content and kept on disk. Safe from any thread.
public final class MediaThumbnails {
    private static final int WIDEST = 400;
    private static final float QUALITY = 0.85f;

    private final MediaStore store;
    private final Path cache;
    private final FixedPool pool;
    private final Map<MediaId, Object> locks = new ConcurrentHashMap<>();

    /// @param cache the folder for what is made; may be deleted while the program does not run
    public MediaThumbnails(MediaStore store, Path cache, FixedPool pool) {
        this.store = store;
        this.cache = cache;
        this.pool = pool;
    }

    /// A JPEG or PNG of at most 400 pixels either way; empty for drawings and for what is not a picture.
    ///
    /// @throws org.sitewright.work.Problem when the picture is missing or damaged, or the disk is full
    /// @throws java.util.concurrent.CancellationException when nobody wants it any more
    public Optional<Path> of(MediaItem item, CancelToken cancel) {
        Optional<MediaKind> kind = MediaKind.ofContentType(item.contentType());
        if (!item.isPicture() || kind.isEmpty() || kind.get() == MediaKind.SVG) {
            return Optional.empty();
        }
        Path jpeg = cache.resolve(item.media() + ".small.jpg");
        Path png = cache.resolve(item.media() + ".small.png");
        if (!Files.exists(jpeg) && !Files.exists(png)) {
            synchronized (locks.computeIfAbsent(item.media(), key -> new Object())) {
                if (!Files.exists(jpeg) && !Files.exists(png)) {
                    pool.call(() -> {
                        cancel.check();
                        make(item.media(), kind.get(), jpeg, png);
                        return Boolean.TRUE;
                    });
                }
            }
        }
        return Optional.of(Files.exists(jpeg) ? jpeg : png);
    }

    private void make(MediaId media, MediaKind kind, Path jpeg, Path png) {
        try (InputStream in = store.open(media)) {
            BufferedImage image = Pictures.decode(kind, in.readAllBytes());
            double scale = Math.min(1, (double) WIDEST / Math.max(image.getWidth(), image.getHeight()));
            int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
            int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
            BufferedImage small = Downscale.to(image, width, height);
            boolean clear = small.getColorModel().hasAlpha();
            Files.createDirectories(cache);
            Path part = Files.createTempFile(cache, "new", ".part");
            try {
                Files.write(part, Pictures.encode(clear ? MediaKind.PNG : MediaKind.JPEG, small, QUALITY));
                Files.move(part, clear ? png : jpeg, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }
}
