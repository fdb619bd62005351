package org.sitewright.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sitewright.site.SiteId;

/// Keeps the deployments of each site. Every method is durable when it returns and safe from any thread.
public interface DeploymentRepository {
    /// Adds a deployment with the next version of the site. No two deployments of a site get the same version.
    ///
    /// @param above a version that the new one must exceed, as the newest at the host; 0 for none
    /// @param make given the version, makes the deployment
    Deployment add(SiteId site, int above, IntFunction<Deployment> make);

    /// Writes a deployment that was added before.
    void update(Deployment deployment);

    Optional<Deployment> find(DeploymentId id);

    /// Keeps what the deployment left at the host, replacing what was kept for it before.
    void keep(DeploymentId id, Receipt receipt);

    /// What the deployment left at the host; empty when it did not become the live one.
    Optional<Receipt> receipt(DeploymentId id);

    /// All deployments of the site, newest first.
    List<Deployment> list(SiteId site);

    /// A version of the site at a target; empty when it was not published from this computer.
    default Optional<Deployment> find(SiteId site, TargetId target, int version) {
        return list(site).stream()
                .filter(each -> each.target().equals(target) && each.version() == version)
                .findFirst();
    }
}
