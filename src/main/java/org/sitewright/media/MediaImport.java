package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.work.FixedPool;

/// Takes pictures and files in: tells what each really is, refuses what cannot be shown or would exhaust the computer,
/// turns pictures upright, and removes where, when and with what they were taken. A picture that is upright keeps its
/// pixels exactly.
public final class MediaImport {
    /// The largest file, in bytes.
    public static final int LARGEST = 50_000_000;

    /// The largest picture, in pixels.
    public static final long MOST_PIXELS = 100_000_000;

    /// The largest video or document, in bytes. These are copied in pieces and never held in memory.
    public static final long LARGEST_FILE = 2_147_483_648L;

    /// How many bytes tell what a file is.
    static final int TELLING = 4096;

    private final MediaStore store;
    private final MediaLibrary library;
    private final FixedPool pool;
    private final Clock clock;

    /// @param pool bounds how many pictures are decoded at once
    public MediaImport(MediaStore store, MediaLibrary library, FixedPool pool, Clock clock) {
        this.store = store;
        this.library = library;
        this.pool = pool;
        this.clock = clock;
    }

    /// Adds a picture or file to a site. Reads the stream and does not close it.
    ///
    /// @param fileName what it is called where it comes from, folders and all
    /// @throws org.sitewright.work.Problem when it cannot be taken in; nothing of it is kept then
    public MediaItem add(SiteId site, String fileName, InputStream content, String alt, Change change) {
        return bring(site, fileName, content, alt, change).item();
    }

    /// What came of adding a file.
    ///
    /// @param item what the site now has
    /// @param fresh false where the site had these bytes already
    public record Brought(MediaItem item, boolean fresh) {}

    /// As [#add], and tells whether the site had it already.
    public Brought bring(SiteId site, String fileName, InputStream content, String alt, Change change) {
        String name = plainName(fileName);
        byte[] start = start(name, content);
        Optional<MediaKind> file = MediaKind.of(start).filter(MediaKind::isFile);
        MediaItem item = file.isPresent()
                ? file(site, name, file.get(), new SequenceInputStream(new ByteArrayInputStream(start), content))
                : picture(site, name, start, content);
        MediaItem kept = library.add(item.withAlt(alt), change);
        return new Brought(kept, kept.equals(item.withAlt(alt)));
    }

    private MediaItem file(SiteId site, String name, MediaKind kind, InputStream content) {
        MediaId media = store.put(new Bounded(content, LARGEST_FILE, () -> MediaProblems.fileTooBig(name)));
        return new MediaItem(site, media, name, kind.contentType(), 0, 0, "", store.size(media), clock.instant());
    }

    private MediaItem picture(SiteId site, String name, byte[] start, InputStream content) {
        Taken taken = pool.call(() -> take(name, read(name, start, content)));
        MediaId media = store.put(new ByteArrayInputStream(taken.content));
        return new MediaItem(
                site,
                media,
                name,
                taken.kind.contentType(),
                taken.width,
                taken.height,
                "",
                taken.content.length,
                clock.instant());
    }

    private static byte[] start(String name, InputStream content) {
        try {
            return content.readNBytes(TELLING);
        } catch (IOException fault) {
            throw MediaProblems.unreadable(name, fault);
        }
    }

    static byte[] joined(byte[] start, byte[] rest) {
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }

    private static Taken take(String name, byte[] content) {
        if (content.length == 0) {
            throw MediaProblems.empty(name);
        }
        if (MediaKind.looksLikeHeif(content)) {
            throw MediaProblems.heif(name);
        }
        MediaKind kind = MediaKind.of(content).orElseThrow(() -> MediaProblems.unknownKind(name));
        return switch (kind) {
            case PDF, MP4, WEBM -> new Taken(kind, 0, 0, content);
            case SVG -> drawing(name, content);
            case JPEG, PNG, WEBP, GIF -> picture(name, kind, content);
        };
    }

    private static Taken drawing(String name, byte[] content) {
        byte[] clean = SvgCleaner.clean(content, name);
        SvgSize size = SvgSize.of(clean);
        return new Taken(MediaKind.SVG, size.width(), size.height(), clean);
    }

    private static Taken picture(String name, MediaKind kind, byte[] content) {
        ImageHeader header = ImageHeader.of(kind, content).orElseThrow(() -> MediaProblems.unreadable(name));
        if (header.pixels() > MOST_PIXELS) {
            throw MediaProblems.tooManyPixels(name, header.width(), header.height());
        }
        try {
            byte[] clean = withoutMetadata(kind, content);
            if (header.orientation() != 1 && !header.animated()) {
                clean = upright(kind, clean, header.orientation());
            } else if (!header.animated() || kind == MediaKind.GIF) {
                Pictures.prove(kind, clean, header);
            }
            return new Taken(kind, header.shownWidth(), header.shownHeight(), clean);
        } catch (MalformedPicture malformed) {
            throw malformed.truncated() ? MediaProblems.truncated(name) : MediaProblems.unreadable(name, malformed);
        } catch (IOException damaged) {
            throw MediaProblems.unreadable(name, damaged);
        }
    }

    private static byte[] withoutMetadata(MediaKind kind, byte[] content) {
        return switch (kind) {
            case JPEG -> JpegParts.withoutMetadata(content);
            case PNG -> PngParts.withoutMetadata(content);
            case WEBP -> WebpParts.withoutMetadata(content);
            case GIF -> GifParts.withoutMetadata(content);
            case SVG, PDF, MP4, WEBM -> content;
        };
    }

    private static byte[] upright(MediaKind kind, byte[] content, int orientation) throws IOException {
        BufferedImage turned = Orientation.apply(Pictures.decode(kind, content), orientation);
        return Pictures.encode(kind, turned, Pictures.KEEPING_QUALITY);
    }

    private static byte[] read(String name, byte[] start, InputStream content) {
        try {
            byte[] bytes = joined(start, content.readNBytes(LARGEST + 1 - start.length));
            if (bytes.length > LARGEST) {
                throw MediaProblems.tooBig(name);
            }
            return bytes;
        } catch (IOException fault) {
            throw MediaProblems.unreadable(name, fault);
        }
    }

    /// The last part of a path, without control characters, at most 200 characters.
    private static String plainName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        int end = Math.min(name.length(), 200);
        if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? "file" : name.substring(0, end);
    }

    /// What is kept of a file that was taken in.
    private static final class Taken {
        private final MediaKind kind;
        private final int width;
        private final int height;
        private final byte[] content;

        Taken(MediaKind kind, int width, int height, byte[] content) {
            this.kind = kind;
            this.width = width;
            this.height = height;
            this.content = content;
        }
    }
}
