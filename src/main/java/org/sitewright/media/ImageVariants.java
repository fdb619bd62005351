package org.sitewright.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;
import org.sitewright.work.FixedPool;

/// Makes the sizes of a picture that a page needs, as WebP and as the original's own type, and keeps them on disk:
/// `<sha256 of the original>-<width>.<ending>`. The same picture and widths give the same bytes. Safe from any thread;
/// as many pictures are decoded at once as the pool has threads.
public final class ImageVariants {
    private static final NavigableSet<Integer> LADDER =
            Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(480, 800, 1200, 1600, 2400)));

    private final MediaStore store;
    private final Path cache;
    private final FixedPool pool;
    private final Map<Wanted, Variants> made = new ConcurrentHashMap<>();
    private final Map<MediaId, Object> locks = new ConcurrentHashMap<>();

    private record Wanted(MediaId media, List<Integer> widths) {}

    /// @param cache the folder for what is made; may be deleted while the program does not run
    /// @param pool two threads are plenty: a decoded picture of 100 megapixels takes 300 MB
    public ImageVariants(MediaStore store, Path cache, FixedPool pool) {
        this.store = store;
        this.cache = cache;
        this.pool = pool;
    }

    /// The variants at these widths, made now where they are not there yet. A width above the picture's own gives the
    /// picture at its own width. Drawings (SVG), animations and other files come as they are, once.
    ///
    /// @throws org.sitewright.work.Problem when the picture is missing or damaged, or the disk is full
    public Variants of(MediaId media, Collection<Integer> widths) {
        Wanted wanted = new Wanted(media, List.copyOf(new TreeSet<>(widths)));
        Variants known = made.get(wanted);
        if (known != null) {
            return known;
        }
        synchronized (locks.computeIfAbsent(media, key -> new Object())) {
            return made.computeIfAbsent(wanted, key -> pool.call(() -> make(key)));
        }
    }

    private Variants make(Wanted wanted) {
        try (InputStream in = store.open(wanted.media)) {
            byte[] start = in.readNBytes(MediaImport.TELLING);
            if (MediaKind.of(start).filter(MediaKind::isFile).isPresent()) {
                return asItIs(wanted.media, MediaKind.of(start).orElseThrow(), 0, 0);
            }
            byte[] original = MediaImport.joined(start, in.readAllBytes());
            MediaKind kind = MediaKind.of(original).orElseThrow(() -> MediaProblems.unreadable(name(wanted)));
            if (kind == MediaKind.SVG) {
                SvgSize size = SvgSize.of(original);
                return asItIs(wanted.media, kind, size.width(), size.height());
            }
            ImageHeader header = ImageHeader.of(kind, original).orElse(new ImageHeader(0, 0, 1, true));
            if (kind == MediaKind.GIF || header.animated()) {
                return asItIs(wanted.media, kind, header.width(), header.height());
            }
            Files.createDirectories(cache);
            return new Sizes(wanted.media, kind, original, header).make(fitting(wanted.widths, header.width()));
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    private Variants asItIs(MediaId media, MediaKind kind, int width, int height) {
        return new Variants(
                width, height, List.of(new Variant(width, height, kind, store.path(media), media.sha256())));
    }

    private static NavigableSet<Integer> fitting(List<Integer> widths, int own) {
        NavigableSet<Integer> fitting = new TreeSet<>();
        for (int width : widths) {
            fitting.add(Math.clamp(width, 1, own));
        }
        if (fitting.isEmpty()) {
            fitting.add(own);
        }
        return fitting;
    }

    private static String name(Wanted wanted) {
        return wanted.media.sha256().substring(0, 12);
    }

    /// One picture on its way through all its sizes, widest first, decoded once.
    private final class Sizes {
        private final MediaId media;
        private final MediaKind kind;
        private final byte[] original;
        private final ImageHeader header;

        Sizes(MediaId media, MediaKind kind, byte[] original, ImageHeader header) {
            this.media = media;
            this.kind = kind;
            this.original = original;
            this.header = header;
        }

        Variants make(NavigableSet<Integer> widths) throws IOException {
            if (!allThere(widths)) {
                makeAll(widths);
            }
            List<Variant> variants = new ArrayList<>();
            for (MediaKind type : types()) {
                for (int width : widths) {
                    Path file = file(width, type);
                    try (InputStream in = Files.newInputStream(file)) {
                        variants.add(new Variant(width, height(width), type, file, Sha256.of(in)));
                    }
                }
            }
            return new Variants(header.width(), header.height(), variants);
        }

        /// Each width is made from the next wider rung of the ladder, so that the full picture is read once. The rungs
        /// are fixed: a width looks the same whichever other widths are asked for with it.
        private void makeAll(NavigableSet<Integer> widths) throws IOException {
            BufferedImage level = decoded();
            NavigableSet<Integer> steps = new TreeSet<>(LADDER.tailSet(widths.first(), true));
            steps.addAll(widths);
            for (int width : steps.headSet(header.width(), true).descendingSet()) {
                BufferedImage image = Downscale.to(level, width, height(width));
                if (widths.contains(width)) {
                    keep(image, width);
                }
                if (LADDER.contains(width)) {
                    level = image;
                }
            }
        }

        private void keep(BufferedImage image, int width) throws IOException {
            for (MediaKind type : types()) {
                Path file = file(width, type);
                if (!Files.isRegularFile(file)) {
                    write(file, encoded(image, type, width));
                }
            }
        }

        private BufferedImage decoded() {
            try {
                return Pictures.decode(kind, original);
            } catch (IOException damaged) {
                throw MediaProblems.unreadable(media.sha256().substring(0, 12), damaged);
            }
        }

        /// At its own width the original itself is kept when it is smaller than what we would make of it.
        private byte[] encoded(BufferedImage image, MediaKind type, int width) throws IOException {
            float quality = type == MediaKind.JPEG ? Pictures.JPEG_QUALITY : Pictures.WEBP_QUALITY;
            byte[] encoded = Pictures.encode(type, image, quality);
            boolean better = type == kind && width == header.width() && original.length <= encoded.length;
            return better ? original : encoded;
        }

        private boolean allThere(Collection<Integer> widths) {
            return widths.stream()
                    .allMatch(width -> types().stream().allMatch(type -> Files.isRegularFile(file(width, type))));
        }

        private List<MediaKind> types() {
            return kind == MediaKind.WEBP ? List.of(MediaKind.WEBP) : List.of(MediaKind.WEBP, kind);
        }

        private int height(int width) {
            return Math.max(1, (int) Math.round((double) header.height() * width / header.width()));
        }

        private Path file(int width, MediaKind type) {
            return cache.resolve(media.sha256() + "-" + width + "." + type.extension());
        }

        private void write(Path file, byte[] content) throws IOException {
            Path part = Files.createTempFile(cache, "new", ".part");
            try {
                Files.copy(new ByteArrayInputStream(content), part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
