package org.sitewright.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.render.RulesBlock;

/// Makes a build of an older release from what is kept at the host.
final class Revival {
    private static final int NAMED = 5;

    private final PublishTarget target;
    private final Host host;
    private final List<OutputFile> files = new ArrayList<>();
    private final Map<String, RemoteFile> origins = new HashMap<>();
    private final Map<String, HeldFiles.Place> places = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    private Revival(PublishTarget target, Host host) {
        this.target = target;
        this.host = host;
    }

    /// @throws PublishProblem when the release is not there, or not whole
    static Survey of(RollbackRequest wanted, PublishTarget target, Instant now, Optional<Receipt> known) {
        Host host = Host.look(target, wanted.site(), known);
        if (!host.isOf(wanted.site())) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "Another site is published at " + target.describe() + ".", "Choose the target of this site."));
        }
        Revival revival = new Revival(target, host);
        manifest(wanted.version(), target, host).files().forEach(revival::add);
        boolean rulesAreGone = revival.missing.remove(RulesBlock.PATH);
        revival.checkWhole(wanted.version());
        OutputTree kept = OutputTree.of(revival.files);
        OutputTree tree = revival.withRules(kept, rulesAreGone);
        PublishRequest request = new PublishRequest(
                wanted.site(), wanted.user(), wanted.target(), tree, 0, wanted.pageNames(), wanted.consent());
        Reasons reasons = Reasons.unread(tree, wanted.pageNames());
        Comparison comparison = new Comparison(tree, reasons, target, host, now);
        return new Survey(
                request,
                host,
                comparison.plan(),
                comparison,
                revival.origins,
                new HeldFiles(revival.places),
                wanted.version());
    }

    /// Where others wrote in the rules of the host since, those of the release may be gone; then they stay as they are.
    private OutputTree withRules(OutputTree kept, boolean gone) {
        if (gone) {
            return host.files().containsKey(RulesBlock.PATH) ? SharedRules.asItIs(kept, target) : kept;
        }
        OutputTree tree = SharedRules.in(kept, target, host, true);
        if (!tree.equals(kept)) {
            origins.remove(RulesBlock.PATH);
        }
        return tree;
    }

    /// What a release holds.
    static Manifest manifest(int version, PublishTarget target, Host host) {
        if (host.releases().stream().noneMatch(release -> release.version() == version)) {
            throw new PublishProblem(new PublishFailure.MissingRelease(
                    "Version " + version + " cannot be brought back from " + target.describe() + ".", kept(host)));
        }
        return target.read(Release.path(version))
                .map(text -> ManifestJson.read(text.text()))
                .orElseThrow(() -> new PublishProblem(new PublishFailure.MissingRelease(
                        "The list of the files of version " + version + " was deleted at the host.", kept(host))));
    }

    private static String kept(Host host) {
        List<String> versions = host.releases().stream()
                .map(release -> String.valueOf(release.version()))
                .toList();
        return versions.isEmpty()
                ? "Publish first: from then on, the last ten releases are kept."
                : "Kept are the versions " + String.join(", ", versions) + ".";
    }

    private void add(String path, Entry entry) {
        Entry now = host.manifest().files().get(path);
        RemoteFile blob = host.files().get(Keeping.blob(entry.sha256()));
        if (host.has(path, entry) || (now != null && now.sha256().equals(entry.sha256()) && host.has(path, now))) {
            add(path, entry, path);
            origin(path, path);
        } else if (blob != null && blob.mayHave(entry.size())) {
            add(path, entry, blob.path());
            if (blob.tag().equals(entry.tag())) {
                origin(path, blob.path());
            }
        } else {
            missing.add(path);
        }
    }

    private void origin(String path, String from) {
        RemoteFile there = host.files().get(from);
        if (there != null) {
            origins.put(path, there);
        }
    }

    private void add(String path, Entry entry, String from) {
        places.put(path, new HeldFiles.Place(from, entry));
        Bytes source = Bytes.elsewhere(() -> Checked.open(target, from, entry), entry.size());
        files.add(new OutputFile(
                path, entry.type(), entry.sha256(), entry.size(), CacheControl.valueOf(entry.cache()), source));
    }

    private void checkWhole(int version) {
        if (!missing.isEmpty()) {
            String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
            throw new PublishProblem(new PublishFailure.MissingRelease(
                    "Version " + version + " is not whole: somebody else changed or removed "
                            + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))) + more
                            + " at the host.",
                    "Bring back another version, or publish the site as it is now."));
        }
    }
}
