package org.sitewright.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.blob.BlobStore.Blob;

/// How things are named at a place:
///
/// ```
/// format.json
/// assets/<HMAC-SHA-256 of the content>.age
/// journal/<device>/<first>-<last>.zip.age
/// snapshots/<time>-<sequence>.zip.age
/// keys/<time>.age                              only after the key was changed: the keys before
/// ```
final class Names {
    static final String FORMAT = "format.json";
    static final String ASSETS = "assets/";
    static final String JOURNAL = "journal/";
    static final String SNAPSHOTS = "snapshots/";
    static final String KEYS = "keys/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern PART = Pattern.compile("journal/([0-9a-f-]{36})/(\\d{12})-(\\d{12})\\.zip(\\.age)?");
    private static final Pattern SNAPSHOT = Pattern.compile("snapshots/(\\d{8}T\\d{6}Z)-(\\d{12})\\.zip(\\.age)?");

    private Names() {}

    /// A stretch of a device's journal.
    record Part(String name, String device, long first, long last, long size) {}

    /// @param written as its name says, unless the place had it earlier: then the clock of its computer was ahead
    record Snapshot(String name, Instant at, Instant written, long sequence, long size) {}

    static String asset(byte[] hmac) {
        return ASSETS + Hmac.hex(hmac) + ".age";
    }

    static String part(String device, long first, long last) {
        return String.format(Locale.ROOT, "%s%s/%012d-%012d.zip.age", JOURNAL, device, first, last);
    }

    static String snapshot(Instant at, long sequence) {
        return String.format(Locale.ROOT, "%s%s-%012d.zip.age", SNAPSHOTS, TIME.format(at), sequence);
    }

    static String keys(Instant at) {
        return KEYS + TIME.format(at) + ".age";
    }

    /// The name as it is sealed into an archive: the same whether it still is encrypted or not.
    static String plain(String name) {
        return name.endsWith(".age") ? name.substring(0, name.length() - ".age".length()) : name;
    }

    /// Whether any of these names is one that a backup writes.
    static boolean isBackup(List<Blob> all) {
        return all.stream().anyMatch(blob -> blob.name().equals(FORMAT))
                || !parts(all).isEmpty()
                || !snapshots(all).isEmpty();
    }

    /// The parts of all journals, of each device in order.
    static List<Part> parts(List<Blob> all) {
        return all.stream()
                .map(Names::part)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Part::device)
                        .thenComparingLong(Part::first)
                        .thenComparingLong(Part::last))
                .toList();
    }

    /// Oldest first.
    static List<Snapshot> snapshots(List<Blob> all) {
        return all.stream()
                .map(Names::snapshot)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Snapshot::written)
                        .thenComparingLong(Snapshot::sequence)
                        .thenComparing(Snapshot::at))
                .toList();
    }

    private static Optional<Part> part(Blob blob) {
        Matcher found = PART.matcher(blob.name());
        return found.matches()
                ? Optional.of(new Part(
                        blob.name(),
                        found.group(1),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3)),
                        blob.size()))
                : Optional.empty();
    }

    private static Optional<Snapshot> snapshot(Blob blob) {
        Matcher found = SNAPSHOT.matcher(blob.name());
        try {
            if (!found.matches()) {
                return Optional.empty();
            }
            Instant at = TIME.parse(found.group(1), Instant::from);
            Instant written = blob.modified().isBefore(at) ? blob.modified() : at;
            return Optional.of(new Snapshot(blob.name(), at, written, Long.parseLong(found.group(2)), blob.size()));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
