package org.sitewright.publish;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sitewright.site.SiteId;

/// Keeps deployments in memory.
public final class MemoryDeployments implements DeploymentRepository {
    private final Map<DeploymentId, Deployment> rows = new LinkedHashMap<>();
    private final Map<DeploymentId, Receipt> receipts = new HashMap<>();

    @Override
    public synchronized Deployment add(SiteId site, int above, IntFunction<Deployment> make) {
        int newest = list(site).stream().mapToInt(Deployment::version).max().orElse(0);
        int version = Math.max(newest, above) + 1;
        Deployment made = make.apply(version);
        rows.put(made.id(), made);
        return made;
    }

    @Override
    public synchronized void update(Deployment deployment) {
        if (rows.replace(deployment.id(), deployment) == null) {
            throw new IllegalStateException("never added: " + deployment.id());
        }
    }

    @Override
    public synchronized Optional<Deployment> find(DeploymentId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized void keep(DeploymentId id, Receipt receipt) {
        receipts.put(id, receipt);
    }

    @Override
    public synchronized Optional<Receipt> receipt(DeploymentId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public synchronized List<Deployment> list(SiteId site) {
        return rows.values().stream()
                .filter(row -> row.site().equals(site))
                .toList()
                .reversed();
    }
}
