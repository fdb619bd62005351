package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.sitewright.site.MediaId;
import org.sitewright.work.FixedPool;

/// Reads the pixels of a picture in small, for what needs its colours only. Safe from any thread.
public final class PictureColors {
    private static final int SIDE = 160;

    private final MediaStore store;
    private final FixedPool pool;

    public PictureColors(MediaStore store, FixedPool pool) {
        this.store = store;
        this.pool = pool;
    }

    /// @return at most 160 × 160 pixels as 0xAARRGGBB; empty for a drawing or a file that is no picture
    /// @throws org.sitewright.work.Problem when the picture is missing or damaged
    public Optional<int[]> pixels(MediaId media) {
        try (InputStream in = store.open(media)) {
            byte[] content = in.readAllBytes();
            return MediaKind.of(content)
                    .filter(kind -> kind != MediaKind.SVG)
                    .map(kind -> pool.call(() -> small(kind, content)));
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    private static int[] small(MediaKind kind, byte[] content) throws IOException {
        BufferedImage image = Pictures.decode(kind, content);
        int width = Math.min(SIDE, image.getWidth());
        int height = Math.clamp((long) image.getHeight() * width / image.getWidth(), 1, SIDE);
        BufferedImage small = Downscale.to(image, width, height);
        return small.getRGB(0, 0, width, height, null, 0, width);
    }
}
