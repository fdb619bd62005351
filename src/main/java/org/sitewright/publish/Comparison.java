package org.sitewright.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.publish.Manifest.Retired;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.render.RulesBlock;

/// Holds a build against what the host really has and what our record says of it.
final class Comparison {
    /// How long pictures and styles stay after the last page that used them, for visitors who have that page open.
    private static final Duration GRACE = Duration.ofDays(7);

    private static final int KEPT_DEPLOYMENTS = 3;

    private final OutputTree tree;
    private final Host host;
    private final Manifest manifest;
    private final Map<String, RemoteFile> listed;
    private final PublishTarget target;
    private final Reasons reasons;
    private final Instant now;
    private final Map<String, String> tags = new HashMap<>();

    Comparison(OutputTree tree, Reasons reasons, PublishTarget target, Host host, Instant now) {
        this.tree = tree;
        this.target = target;
        this.host = host;
        this.manifest = host.manifest();
        this.listed = host.files();
        this.reasons = reasons;
        this.now = now;
    }

    PublishPlan plan() {
        List<PlannedFile> files = new ArrayList<>();
        tree.files().values().forEach(file -> files.add(planned(file)));
        due().forEach(path -> {
            long size = Math.max(
                    0,
                    Optional.ofNullable(listed.get(path)).map(RemoteFile::size).orElse(0L));
            files.add(new PlannedFile(path, Change.REMOVED, size, reasons.removed(path)));
        });
        files.sort(Comparator.comparing(PlannedFile::path));
        return new PublishPlan(files, manifest.files().size());
    }

    /// The tags of the files that the host has already, after [#plan].
    Map<String, String> tags() {
        return tags;
    }

    /// Whether the record names exactly the build.
    boolean recordIsTrue() {
        return manifest.state() == Manifest.State.LIVE
                && manifest.files().keySet().equals(tree.files().keySet())
                && tree.files().values().stream()
                        .allMatch(file -> Optional.ofNullable(manifest.files().get(file.path()))
                                .filter(entry -> entry.hasContentOf(file) && entry.hasHeadersOf(file))
                                .isPresent());
    }

    /// All that earlier deployments put there, that is still there as they put it, and that the build does not have.
    Map<String, Retired> retired(int version) {
        Map<String, Retired> retired = new TreeMap<>();
        manifest.retired().forEach((path, old) -> retire(path, old, retired));
        manifest.pending().forEach((path, entry) -> retire(path, new Retired(entry, now, version), retired));
        manifest.files().forEach((path, entry) -> retire(path, new Retired(entry, now, version), retired));
        return retired;
    }

    private void retire(String path, Retired old, Map<String, Retired> retired) {
        RemoteFile there = listed.get(path);
        if (there != null
                && tree.file(path).isEmpty()
                && there.tag().equals(old.entry().tag())) {
            retired.putIfAbsent(path, old);
        }
    }

    /// Pages go at once, so that a page that was taken down is down; what pages use stays for a while, and for as long
    /// as a release that can be brought back needs it.
    private List<String> due() {
        int version = manifest.version() + 1;
        int oldest = Keeping.oldestKept(host.releases(), version);
        return retired(version).entrySet().stream()
                .filter(file -> isDue(file.getValue(), version, oldest))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isDue(Retired file, int version, int oldest) {
        if (!file.entry().cache().equals(CacheControl.IMMUTABLE.name())) {
            return true;
        }
        return file.since().plus(GRACE).isBefore(now)
                && version - file.version() >= KEPT_DEPLOYMENTS
                && !Keeping.isPartOfKept(file, oldest);
    }

    private PlannedFile planned(OutputFile file) {
        RemoteFile there = listed.get(file.path());
        Optional<Entry> known = known(file.path());
        if (there == null) {
            String what = known.isPresent() && manifest.files().containsKey(file.path()) ? "missing there" : "new";
            return new PlannedFile(file.path(), Change.NEW, file.size(), reasons.sent(file, what));
        }
        if (isThere(file, there)) {
            tags.put(file.path(), there.tag());
            return new PlannedFile(file.path(), Change.UNCHANGED, 0, reasons.unchanged(file));
        }
        return new PlannedFile(
                file.path(), Change.CHANGED, file.size(), reasons.sent(file, whatChanged(file, there, known)));
    }

    private static String whatChanged(OutputFile file, RemoteFile there, Optional<Entry> known) {
        boolean byOthers =
                known.filter(entry -> entry.tag().equals(there.tag())).isEmpty();
        if (byOthers && file.path().equals(RulesBlock.PATH)) {
            return "gets the rules of the site; what others wrote in it stays";
        }
        if (known.isEmpty()) {
            return "replaces a file that was not published from here";
        }
        if (!known.get().hasContentOf(file)) {
            return "changed";
        }
        return known.get().tag().equals(there.tag()) ? "gets other headers" : "was changed there by someone else";
    }

    /// Whether the host has the file as we would send it: we sent it so, and it is still what it was then. What an
    /// unfinished deployment may have sent counts when its content can be told from the tag.
    private boolean isThere(OutputFile file, RemoteFile there) {
        if (!there.mayHave(file.size())) {
            return false;
        }
        return entries(file.path())
                .anyMatch(entry -> entry.hasContentOf(file)
                        && entry.hasHeadersOf(file)
                        && (entry.tag().isEmpty()
                                ? target.expectedTag(file)
                                        .filter(there.tag()::equals)
                                        .isPresent()
                                : entry.tag().equals(there.tag())));
    }

    private Optional<Entry> known(String path) {
        return entries(path).findFirst();
    }

    private Stream<Entry> entries(String path) {
        Retired retired = manifest.retired().get(path);
        return Stream.of(
                        Optional.ofNullable(manifest.files().get(path)),
                        Optional.ofNullable(manifest.pending().get(path)),
                        Optional.ofNullable(retired).map(Retired::entry))
                .flatMap(Optional::stream);
    }
}
