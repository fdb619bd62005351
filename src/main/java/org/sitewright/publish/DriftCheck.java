package org.sitewright.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.publish.Drift.Finding;
import org.sitewright.publish.Drift.Kind;
import org.sitewright.publish.Manifest.Entry;

/// Compares what a host lists with what was published there, by size and tag.
final class DriftCheck {
    private final Map<String, RemoteFile> listed;
    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();

    private DriftCheck(Map<String, RemoteFile> listed, Manifest manifest) {
        this.listed = listed;
        this.manifest = manifest;
    }

    /// @param manifest what was published
    /// @param here whether it is this computer's own receipt
    static Drift of(Host host, Manifest manifest, boolean here) {
        if (manifest.version() == 0) {
            return new Drift(0, manifest.touchedAt(), false, List.of());
        }
        DriftCheck check = new DriftCheck(host.files(), manifest);
        check.files();
        check.strangers();
        check.records();
        check.findings.sort(Comparator.comparing(Finding::path));
        return new Drift(manifest.version(), manifest.touchedAt(), here, check.findings);
    }

    private void files() {
        manifest.files().forEach((path, entry) -> {
            RemoteFile there = listed.get(path);
            if (there == null) {
                find(path, Kind.REMOVED, "was removed");
            } else if (!isExplained(path, there)) {
                find(path, Kind.CHANGED, changed(there, entry));
            }
        });
    }

    /// Files that an unfinished or earlier deployment of ours left are nobody else's doing.
    private boolean isExplained(String path, RemoteFile there) {
        return entries(path).stream()
                .anyMatch(entry -> there.mayHave(entry.size())
                        && (entry.tag().isEmpty() || entry.tag().equals(there.tag())));
    }

    private List<Entry> entries(String path) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> retired = new HashMap<>();
        manifest.retired().forEach((name, file) -> retired.put(name, file.entry()));
        for (Map<String, Entry> part : List.of(manifest.files(), manifest.pending(), retired)) {
            Entry entry = part.get(path);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String changed(RemoteFile there, Entry entry) {
        return there.mayHave(entry.size())
                ? "was changed: other content"
                : "was changed: " + there.size() + " bytes instead of " + entry.size();
    }

    private void strangers() {
        listed.forEach((path, there) -> {
            if (path.startsWith(PublishTarget.RECORDS) || manifest.files().containsKey(path)) {
                return;
            }
            if (entries(path).isEmpty()) {
                find(
                        path,
                        Kind.ADDED,
                        "was added" + (there.size() == RemoteFile.UNKNOWN ? "" : ", " + there.size() + " bytes"));
            } else if (!isExplained(path, there)) {
                find(path, Kind.CHANGED, "was changed; no page uses it any longer");
            }
        });
    }

    private void records() {
        if (!listed.containsKey(Manifest.PATH)) {
            find(Manifest.PATH, Kind.REMOVED, "the record of what was published was removed");
        }
        for (Release release : manifest.kept().releases()) {
            String path = Release.path(release.version());
            if (!listed.containsKey(path)) {
                find(path, Kind.REMOVED, "was removed: version " + release.version() + " cannot be brought back");
            }
        }
        manifest.kept().blobs().forEach((sha256, version) -> {
            if (!listed.containsKey(Keeping.blob(sha256)) && !isStillServed(sha256)) {
                find(
                        Keeping.blob(sha256),
                        Kind.REMOVED,
                        "was removed: a version before " + version + " cannot be brought back whole");
            }
        });
    }

    private boolean isStillServed(String sha256) {
        return manifest.files().values().stream()
                .anyMatch(entry -> entry.sha256().equals(sha256));
    }

    private void find(String path, Kind kind, String words) {
        findings.add(new Finding(path, kind, words));
    }
}
