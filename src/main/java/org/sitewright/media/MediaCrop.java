package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.work.FixedPool;

/// Cuts a part out of a picture as an item of its own; the picture stays as it is. Safe from any thread.
public final class MediaCrop {
    private final MediaStore store;
    private final MediaLibrary library;
    private final FixedPool pool;
    private final Clock clock;

    public MediaCrop(MediaStore store, MediaLibrary library, FixedPool pool, Clock clock) {
        this.store = store;
        this.library = library;
        this.pool = pool;
        this.clock = clock;
    }

    /// A part of a picture, in its pixels.
    public record Part(int x, int y, int width, int height) {
        /// The largest part of that shape whose middle lies as near to the focal point as it can.
        ///
        /// @param ratio width by height
        public static Part of(MediaItem item, double ratio) {
            int width = (int) Math.round(Math.min(item.width(), item.height() * ratio));
            int height = (int) Math.round(Math.min(item.height(), item.width() / ratio));
            width = Math.clamp(width, 1, item.width());
            height = Math.clamp(height, 1, item.height());
            int x = (int) Math.round(item.focal().x() * item.width() - width / 2.0);
            int y = (int) Math.round(item.focal().y() * item.height() - height / 2.0);
            return new Part(
                    Math.clamp(x, 0, item.width() - width), Math.clamp(y, 0, item.height() - height), width, height);
        }
    }

    /// Whether a picture of that kind can be cut: not a drawing, nor what may move, nor a file.
    public static boolean takes(MediaItem item) {
        return MediaKind.ofContentType(item.contentType())
                .filter(kind -> kind == MediaKind.JPEG || kind == MediaKind.PNG || kind == MediaKind.WEBP)
                .isPresent();
    }

    /// @return what the library now has
    /// @throws org.sitewright.work.Problem when the picture cannot be cut or the disk is full
    public MediaItem cut(MediaItem item, Part part, Change change) {
        if (!takes(item)) {
            throw MediaProblems.notCropped(item.fileName());
        }
        MediaKind kind = MediaKind.ofContentType(item.contentType()).orElseThrow();
        byte[] content = pool.call(() -> cut(item, kind, part));
        MediaId media = store.put(new ByteArrayInputStream(content));
        MediaItem made = new MediaItem(
                item.site(),
                media,
                name(item.fileName(), part),
                item.contentType(),
                part.width,
                part.height,
                item.alt(),
                content.length,
                clock.instant(),
                Focal.CENTRE);
        return library.add(made, change);
    }

    private byte[] cut(MediaItem item, MediaKind kind, Part part) throws IOException {
        try (InputStream in = store.open(item.media())) {
            byte[] original = in.readAllBytes();
            if (ImageHeader.of(kind, original).filter(ImageHeader::animated).isPresent()) {
                throw MediaProblems.notCropped(item.fileName());
            }
            BufferedImage image = Pictures.decode(kind, original);
            BufferedImage piece = image.getSubimage(part.x, part.y, part.width, part.height);
            return Pictures.encode(kind, Downscale.to(piece, part.width, part.height), Pictures.KEEPING_QUALITY);
        }
    }

    private static String name(String fileName, Part part) {
        int dot = fileName.lastIndexOf('.');
        String size = " " + part.width + "×" + part.height;
        return dot <= 0 ? fileName + size : fileName.substring(0, dot) + size + fileName.substring(dot);
    }
}
