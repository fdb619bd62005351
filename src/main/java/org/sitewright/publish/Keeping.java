package org.sitewright.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitewright.publish.Manifest.Kept;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// What one deployment keeps at the host so that the releases before it can be brought back: the manifest of each, and
/// the bytes of the files that it replaces or removes. Files with a hash in their name need no copy; they stay where
/// they are for as long as a kept release names them.
final class Keeping {
    static final int RELEASES = 10;
    private static final String BLOBS = PublishTarget.RECORDS + "blobs/";
    private static final Pattern OURS =
            Pattern.compile(Pattern.quote(PublishTarget.RECORDS) + "(?:blobs/[0-9a-f]{64}|releases/[0-9]{1,9}\\.json)");

    private final Host host;
    private final OutputTree tree;
    private final int version;
    private final Map<String, Integer> blobs;
    private final List<Save> saves = new ArrayList<>();

    /// A file there that is to be kept.
    ///
    /// @param from where it is now
    /// @param blob where it is kept
    record Save(RemoteFile from, OutputFile blob) {}

    /// @param tree what will be there
    /// @param version of the deployment
    Keeping(PublishTarget target, Host host, OutputTree tree, int version, boolean sameSite) {
        this.host = host;
        this.tree = tree;
        this.version = version;
        this.blobs = new HashMap<>(sameSite ? host.manifest().kept().blobs() : Map.of());
        if (sameSite && !host.releases().isEmpty()) {
            keepReplaced(target);
        }
    }

    static String blob(String sha256) {
        return BLOBS + sha256;
    }

    private void keepReplaced(PublishTarget target) {
        Set<String> planned = new HashSet<>();
        host.manifest().files().forEach((path, entry) -> {
            boolean stays = tree.file(path).filter(entry::hasContentOf).isPresent();
            if (stays || entry.cache().equals(CacheControl.IMMUTABLE.name())) {
                return;
            }
            blobs.merge(entry.sha256(), version, Math::max);
            String blob = blob(entry.sha256());
            RemoteFile kept = host.files().get(blob);
            RemoteFile there = host.files().get(path);
            boolean isKept = kept != null && kept.mayHave(entry.size());
            if (!isKept && there != null && host.has(path, entry) && planned.add(blob)) {
                Bytes source = Bytes.elsewhere(() -> Checked.open(target, path, entry), entry.size());
                saves.add(new Save(
                        there,
                        new OutputFile(
                                blob, entry.type(), entry.sha256(), entry.size(), CacheControl.REVALIDATE, source)));
            }
        });
    }

    /// What is to be kept before anything is replaced.
    List<Save> saves() {
        return saves;
    }

    /// What the record says while the deployment is under way.
    Kept during() {
        return new Kept(host.releases(), blobs);
    }

    /// What the record says when the release is the live one.
    Kept after(Release release, boolean sameSite) {
        List<Release> releases = new ArrayList<>(sameSite ? host.releases() : List.of());
        releases.removeIf(other -> other.version() == release.version());
        releases.add(release);
        List<Release> newest = releases.subList(Math.max(0, releases.size() - RELEASES), releases.size());
        int oldest = newest.getFirst().version();
        Map<String, Integer> needed = new HashMap<>(blobs);
        needed.values().removeIf(replacedBy -> replacedBy <= oldest);
        return new Kept(newest, needed);
    }

    /// The version of the oldest release that will be kept.
    static int oldestKept(List<Release> before, int version) {
        int drop = Math.max(0, before.size() + 1 - RELEASES);
        return drop < before.size() ? before.get(drop).version() : version;
    }

    /// What lies among our records and is needed no longer.
    static List<String> spent(Host host, Kept kept) {
        Set<String> needed = new HashSet<>();
        kept.releases().forEach(release -> needed.add(Release.path(release.version())));
        kept.blobs().keySet().forEach(sha256 -> needed.add(blob(sha256)));
        return host.files().keySet().stream()
                .filter(path -> OURS.matcher(path).matches() && !needed.contains(path))
                .sorted()
                .toList();
    }

    /// Whether a file that left the site with a deployment is part of a release that is kept.
    static boolean isPartOfKept(Manifest.Retired file, int oldestKept) {
        return oldestKept < file.version();
    }
}
