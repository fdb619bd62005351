package org.sitewright.publish;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewright.publish.Manifest.Entry;

/// Files of a site that lie at a host, as a record there names them. What is read is held against its hash, so that
/// what somebody else put in a file's place is never taken for it.
public final class HeldFiles {
    public static final HeldFiles NONE = new HeldFiles(Map.of());

    private final Map<String, Place> places;

    /// Where the host has a file.
    ///
    /// @param at the path there, which for a file of an older release is that of its copy
    record Place(String at, Entry entry) {}

    /// A file as it was sent.
    ///
    /// @param type its media type
    public record File(String sha256, long size, String type) {}

    HeldFiles(Map<String, Place> places) {
        this.places = Map.copyOf(places);
    }

    /// Every file where it belongs.
    static HeldFiles inPlace(Map<String, Entry> entries) {
        Map<String, Place> places = new HashMap<>();
        entries.forEach((path, entry) -> places.put(path, new Place(path, entry)));
        return new HeldFiles(places);
    }

    public Set<String> paths() {
        return places.keySet();
    }

    public Optional<File> file(String path) {
        return Optional.ofNullable(places.get(path))
                .map(place -> new File(
                        place.entry().sha256(),
                        place.entry().size(),
                        place.entry().type()));
    }

    /// Reads a file from the host; the caller closes it. Reading fails at the end when it is not what was sent.
    ///
    /// @throws PublishProblem when it is not there
    public InputStream open(PublishTarget target, String path) {
        Place place = places.get(path);
        if (place == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return Checked.open(target, place.at(), place.entry());
    }
}
