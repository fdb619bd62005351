package org.sitewright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Lets go of pictures and files that nothing names any more. A content goes when it was put a week ago or earlier and
/// was found unnamed on three different days, so that a clock that is wrong for a day costs nothing.
public final class MediaSweep {
    private static final Duration GRACE = Duration.ofDays(7);
    private static final int DAYS = 3;
    private static final String DONE = "looked on ";

    private final FolderMediaStore store;
    private final Path marks;
    private final Clock clock;

    /// @param marks the file that remembers on which days a content was found unnamed
    public MediaSweep(FolderMediaStore store, Path marks, Clock clock) {
        this.store = store;
        this.marks = marks;
        this.clock = clock;
    }

    /// @param files how many went
    public record Swept(int files, long bytes) {}

    /// @param named what must stay; asked for once, and again before anything goes
    /// @throws org.sitewright.work.Problem when the disk cannot be read or written
    public Swept run(Supplier<Set<MediaId>> named, CancelToken cancel) {
        Instant before = clock.instant().minus(GRACE);
        String today = clock.instant().atZone(clock.getZone()).toLocalDate().toString();
        try {
            Set<MediaId> loose = store.putBefore(before);
            if (loose.isEmpty() || isDone(today)) {
                return new Swept(0, 0);
            }
            loose.removeAll(named.get());
            Map<String, List<String>> known = read();
            Map<String, List<String>> now = new TreeMap<>();
            List<MediaId> ripe = new ArrayList<>();
            for (MediaId media : loose) {
                cancel.check();
                List<String> days = new ArrayList<>(known.getOrDefault(media.sha256(), List.of()));
                if (!days.contains(today)) {
                    days.add(today);
                }
                now.put(media.sha256(), days);
                if (days.size() >= DAYS) {
                    ripe.add(media);
                }
            }
            Swept swept = ripe.isEmpty() ? new Swept(0, 0) : remove(ripe, named.get(), before, now, cancel);
            write(today, now);
            return swept;
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    private Swept remove(
            List<MediaId> ripe, Set<MediaId> named, Instant before, Map<String, List<String>> now, CancelToken cancel)
            throws IOException {
        int files = 0;
        long bytes = 0;
        for (MediaId media : ripe) {
            cancel.check();
            if (!named.contains(media)) {
                bytes += store.remove(media, before);
                files++;
                now.remove(media.sha256());
            }
        }
        return new Swept(files, bytes);
    }

    /// Once a day is enough.
    private boolean isDone(String today) throws IOException {
        return Files.exists(marks) && Files.readAllLines(marks).contains(DONE + today);
    }

    private Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> days = new HashMap<>();
        if (Files.exists(marks)) {
            for (String line : Files.readAllLines(marks)) {
                String[] words = line.split(" ", -1);
                if (!line.startsWith(DONE)) {
                    days.put(words[0], List.of(words).subList(1, words.length));
                }
            }
        }
        return days;
    }

    private void write(String today, Map<String, List<String>> days) throws IOException {
        List<String> lines = new ArrayList<>(List.of(DONE + today));
        days.forEach((media, each) -> lines.add(media + " " + String.join(" ", each)));
        Files.createDirectories(marks.resolveSibling(""));
        Path fresh = marks.resolveSibling(marks.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, marks, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
