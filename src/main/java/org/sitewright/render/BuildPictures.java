package org.sitewright.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sitewright.render.PictureFiles.Made;
import org.sitewright.render.PictureFiles.MadeFile;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Gives a build its pictures and remembers the files that pages came to need.
final class BuildPictures implements PictureSource {
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/webp", "webp",
            "image/gif", "gif",
            "image/svg+xml", "svg",
            "application/pdf", "pdf");

    private static final List<String> DRAWABLE = List.of("image/jpeg", "image/png", "image/webp");
    private static final int ENOUGH = 800;

    private final PictureFiles source;
    private final CancelToken cancel;
    private final Map<MediaId, Optional<Picture>> pictures = new ConcurrentHashMap<>();
    private final Map<MediaId, String> looks = new ConcurrentHashMap<>();
    private final Map<String, OutputFile> files = new ConcurrentHashMap<>();

    BuildPictures(PictureFiles source, CancelToken cancel) {
        this.source = source;
        this.cancel = cancel;
    }

    @Override
    public Optional<Picture> picture(MediaId media) {
        return pictures.computeIfAbsent(
                media, wanted -> source.files(wanted, cancel).map(this::keep));
    }

    /// A short name for how a picture is written: where it is the same, pages that show it are.
    String look(MediaId media) {
        String known = looks.get(media);
        return known != null
                ? known
                : looks.computeIfAbsent(
                        media, each -> Hashes.of(picture(each).toString()).substring(0, 16));
    }

    /// Whether all that a page shows is written as it was.
    ///
    /// @param before the name of how each was written
    boolean lookAs(Map<MediaId, String> before) {
        for (Map.Entry<MediaId, String> each : before.entrySet()) {
            if (!look(each.getKey()).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// A file of the picture that Java can read, large enough for a card and no larger than it must be.
    Optional<Path> drawable(MediaId media) {
        return source.files(media, cancel)
                .flatMap(made -> Stream.concat(made.others().stream(), Stream.of(made.original()))
                        .filter(file -> DRAWABLE.contains(file.contentType()))
                        .min(Comparator.comparingInt((MadeFile file) -> file.width() >= ENOUGH ? 0 : 1)
                                .thenComparingInt(file -> file.width() >= ENOUGH ? file.width() : -file.width())
                                .thenComparing(MadeFile::contentType))
                        .map(MadeFile::file));
    }

    Collection<OutputFile> files() {
        return files.values();
    }

    private Picture keep(Made made) {
        List<Candidate> candidates = new ArrayList<>();
        for (MadeFile file : made.others()) {
            candidates.add(new Candidate(keep(file), file.width(), file.contentType()));
        }
        return new Picture(made.width(), made.height(), keep(made.original()), candidates);
    }

    private String keep(MadeFile file) {
        String ending = ENDINGS.getOrDefault(file.contentType(), "bin");
        String width = file.width() > 0 ? "-" + file.width() : "";
        String path = "assets/" + file.sha256().substring(0, 12) + width + "." + ending;
        files.computeIfAbsent(
                path,
                each -> OutputFile.of(
                        each, file.contentType(), CacheControl.IMMUTABLE, Bytes.of(file.file()), file.sha256()));
        return path;
    }
}
