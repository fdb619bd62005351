package org.sitewright.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobStore.Blob;

/// Which objects may go: what is older than 30 days, except, of each device, the newest three snapshots of any age and
/// the newest one that is older than 30 days, and all that those need. Ages are told by the clock of the place, and
/// "now" is its newest object: a computer whose clock is wrong deletes nothing too early, and one that was off for a
/// year finds its newest backups.
final class Retention {
    static final Duration KEPT = Duration.ofDays(30);
    /// Another device may have sent an asset whose snapshot is still to come.
    private static final Duration GRACE = Duration.ofDays(7);

    private static final int NEWEST = 3;

    private Retention() {}

    /// A snapshot with its time at the place.
    record Aged(Names.Snapshot snapshot, SnapshotHead head, Instant at) {}

    /// The names that may go. Everything that is kept must be readable: what damage hides is not pruned around.
    static List<String> expired(Reading reading) {
        Map<String, Instant> times = new HashMap<>();
        reading.all().forEach(blob -> times.put(blob.name(), blob.modified()));
        Instant now = times.values().stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Map<String, List<Aged>> byDevice = new HashMap<>();
        for (Names.Snapshot snapshot : Names.snapshots(reading.all())) {
            SnapshotHead head = reading.head(snapshot);
            byDevice.computeIfAbsent(head.device(), device -> new ArrayList<>())
                    .add(new Aged(snapshot, head, times.getOrDefault(snapshot.name(), now)));
        }
        List<String> gone = new ArrayList<>();
        Set<String> needed = new HashSet<>();
        for (Map.Entry<String, List<Aged>> device : byDevice.entrySet()) {
            Set<Aged> kept = kept(device.getValue(), now);
            device.getValue().stream()
                    .filter(each -> !kept.contains(each))
                    .forEach(each -> gone.add(each.snapshot().name()));
            kept.forEach(each -> reading.assets(each.snapshot().name()).forEach(line -> needed.add(line.asset())));
            parts(reading, device.getKey(), kept, part -> isOld(times.get(part), now), gone, needed);
        }
        Instant settled = now.minus(GRACE);
        reading.all().stream()
                .filter(blob -> blob.name().startsWith(Names.ASSETS))
                .filter(blob -> !needed.contains(blob.name()) && blob.modified().isBefore(settled))
                .map(Blob::name)
                .forEach(gone::add);
        return gone;
    }

    private static boolean isOld(@Nullable Instant at, Instant now) {
        return at != null && at.isBefore(now.minus(KEPT));
    }

    /// @param all of one device
    static Set<Aged> kept(List<Aged> all, Instant now) {
        List<Aged> newestFirst =
                all.stream().sorted(Comparator.comparing(Aged::at).reversed()).toList();
        Instant border = now.minus(KEPT);
        Set<Aged> kept = new LinkedHashSet<>();
        newestFirst.stream().limit(NEWEST).forEach(kept::add);
        newestFirst.stream().filter(each -> !each.at().isBefore(border)).forEach(kept::add);
        newestFirst.stream()
                .filter(each -> each.at().isBefore(border))
                .findFirst()
                .ifPresent(kept::add);
        return kept;
    }

    /// The journal from the oldest kept snapshot on is needed, so that every change after it can be brought back.
    private static void parts(
            Reading reading,
            String device,
            Set<Aged> kept,
            Predicate<String> old,
            List<String> gone,
            Set<String> needed) {
        long oldest = kept.stream()
                .mapToLong(each -> each.head().position().sequence())
                .min()
                .orElse(0);
        for (Names.Part part : Names.parts(reading.all())) {
            if (part.device().equals(device)) {
                if (part.last() <= oldest && old.test(part.name())) {
                    gone.add(part.name());
                } else {
                    reading.assets(part.name()).forEach(line -> needed.add(line.asset()));
                }
            }
        }
    }
}
