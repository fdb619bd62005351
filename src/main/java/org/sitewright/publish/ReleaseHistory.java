package org.sitewright.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.site.SiteId;

/// What was published before: the releases that a host keeps, how two of them differ, and how the host differs from
/// what was put there. Every method asks the host and may throw [PublishProblem]; none changes anything.
public final class ReleaseHistory {
    private final DeploymentRepository deployments;

    ReleaseHistory(DeploymentRepository deployments) {
        this.deployments = deployments;
    }

    /// A file that two releases do not have in common.
    ///
    /// @param before its size in the older release; 0 when it was not in it
    /// @param after its size in the newer one
    public record Difference(String path, Change change, long before, long after) {}

    /// The releases that can be brought back, newest first. The first one is live.
    public List<Release> kept(SiteId site, TargetId id, PublishTarget target) {
        Host host = Host.look(target, site, newest(site, id));
        return host.isOf(site) ? host.releases().reversed() : List.of();
    }

    /// What a target serves of a site.
    Promotion.Staged live(SiteId site, TargetId id, PublishTarget target) {
        Host host = Host.look(target, site, newest(site, id));
        return host.isOf(site)
                ? new Promotion.Staged(
                        host.manifest().version(),
                        HeldFiles.inPlace(host.manifest().files()))
                : new Promotion.Staged(0, HeldFiles.NONE);
    }

    /// What changed from one release to another, by path; files that both have are left out.
    public List<Difference> compare(SiteId site, TargetId id, PublishTarget target, int from, int to) {
        Host host = Host.look(target, site, newest(site, id));
        Map<String, Entry> before = files(site, id, target, host, from);
        Map<String, Entry> after = files(site, id, target, host, to);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Entry old = before.get(path);
            Entry now = after.get(path);
            if (old == null && now != null) {
                differences.add(new Difference(path, Change.NEW, 0, now.size()));
            } else if (old != null && now == null) {
                differences.add(new Difference(path, Change.REMOVED, old.size(), 0));
            } else if (old != null && now != null && !old.sha256().equals(now.sha256())) {
                differences.add(new Difference(path, Change.CHANGED, old.size(), now.size()));
            }
        }
        return differences;
    }

    /// What somebody else added, changed or removed at the host since it was published to.
    public Drift drift(SiteId site, TargetId id, PublishTarget target) {
        Optional<Receipt> receipt = newest(site, id);
        Host host = Host.look(target, site, receipt);
        Optional<Manifest> ours = receipt.map(kept -> ManifestJson.read(kept.record()));
        boolean newer = host.isOf(site)
                && ours.map(manifest -> host.manifest().version() > manifest.version()
                                || host.manifest().state() != Manifest.State.LIVE)
                        .orElse(true);
        return newer
                ? DriftCheck.of(host, host.manifest(), false)
                : DriftCheck.of(host, ours.orElse(Manifest.none(site.toString())), true);
    }

    /// The newest receipt of this computer for the target.
    Optional<Receipt> newest(SiteId site, TargetId target) {
        return deployments.list(site).stream()
                .filter(deployment ->
                        deployment.target().equals(target) && deployment.status() != DeploymentStatus.PENDING)
                .limit(5)
                .map(deployment -> deployments.receipt(deployment.id()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Map<String, Entry> files(SiteId site, TargetId id, PublishTarget target, Host host, int version) {
        return deployments
                .find(site, id, version)
                .flatMap(deployment -> deployments.receipt(deployment.id()))
                .map(receipt -> ManifestJson.read(receipt.record()).files())
                .orElseGet(() -> Revival.manifest(version, target, host).files());
    }
}
