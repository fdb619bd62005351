package org.sitewright.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;

/// Tells what stored bytes are and how big a picture is, from its header alone. Remembers what it has read. Safe from
/// any thread.
public final class PictureSizes {
    private final MediaStore store;
    private final Map<MediaId, Optional<Size>> known = new ConcurrentHashMap<>();

    /// @param width in pixels, as shown; 0 for what is not a picture
    public record Size(int width, int height, String contentType) {}

    public PictureSizes(MediaStore store) {
        this.store = store;
    }

    /// Empty when the bytes are not here or are of no known kind.
    public Optional<Size> of(MediaId media) {
        return known.computeIfAbsent(media, this::read);
    }

    private Optional<Size> read(MediaId media) {
        if (!store.has(media)) {
            return Optional.empty();
        }
        try (InputStream in = store.open(media)) {
            byte[] start = in.readNBytes(MediaImport.TELLING);
            boolean file = MediaKind.of(start).filter(MediaKind::isFile).isPresent();
            byte[] content = file ? start : MediaImport.joined(start, in.readAllBytes());
            return MediaKind.of(content).map(kind -> switch (kind) {
                case SVG -> {
                    SvgSize size = SvgSize.of(content);
                    yield new Size(size.width(), size.height(), kind.contentType());
                }
                case PDF, MP4, WEBM -> new Size(0, 0, kind.contentType());
                case JPEG, PNG, WEBP, GIF -> {
                    ImageHeader header = ImageHeader.of(kind, content).orElse(new ImageHeader(0, 0, 1, true));
                    yield new Size(header.width(), header.height(), kind.contentType());
                }
            });
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }
}
