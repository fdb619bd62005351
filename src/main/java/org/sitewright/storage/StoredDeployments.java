package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.DeploymentId;
import org.sitewright.publish.DeploymentRepository;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.Hosting;
import org.sitewright.publish.Receipt;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.TargetId;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ObjectNode;

/// Deployments in their table.
public final class StoredDeployments implements DeploymentRepository {
    private static final String TYPE = "deployment";
    private static final int LONGEST_ERROR = 10_000;

    private final Store store;

    public StoredDeployments(Store store) {
        this.store = store;
    }

    @Override
    public Deployment add(SiteId site, int above, IntFunction<Deployment> make) {
        Act act = new Act("", site.toString(), "deployment.start", "Publish started", TYPE, site.toString());
        return store.write(act, unit -> {
            Integer newest = unit.session()
                    .createSelectionQuery(
                            "select max(version) from DeploymentRow where projectId = :site", Integer.class)
                    .setParameter("site", site.value())
                    .getSingleResultOrNull();
            Deployment deployment = make.apply(Math.max(newest == null ? 0 : newest, above) + 1);
            DeploymentRow row = new DeploymentRow();
            fill(row, deployment);
            unit.insert(row);
            unit.by(deployment.user().toString());
            unit.tell(Json.object().nullNode(), told(deployment));
            return deployment;
        });
    }

    @Override
    public void update(Deployment deployment) {
        Act act = new Act(
                deployment.user().toString(),
                deployment.site().toString(),
                "deployment." + JsonObject.word(deployment.status()),
                "Publish " + JsonObject.word(deployment.status()),
                TYPE,
                deployment.id().toString());
        store.write(act, unit -> {
            DeploymentRow row =
                    unit.session().get(DeploymentRow.class, deployment.id().value());
            if (row == null) {
                throw new IllegalStateException("there is no deployment " + deployment.id());
            }
            ObjectNode before = told(deployment(row));
            fill(row, deployment);
            unit.update(row);
            unit.tell(before, told(deployment));
            return deployment;
        });
    }

    @Override
    public void keep(DeploymentId id, Receipt receipt) {
        Act act = Act.ofProgram("deployment.receipt", "What a publish left at the host", TYPE, id);
        store.write(act, unit -> {
            DeploymentReceiptRow there = unit.session().get(DeploymentReceiptRow.class, id.value());
            DeploymentReceiptRow row = there == null ? new DeploymentReceiptRow() : there;
            row.id = id.value();
            row.record = receipt.record();
            row.tag = receipt.tag();
            if (there == null) {
                unit.insert(row);
            } else {
                unit.update(row);
            }
            return row;
        });
    }

    @Override
    public Optional<Receipt> receipt(DeploymentId id) {
        return store.read(session -> Optional.ofNullable(session.get(DeploymentReceiptRow.class, id.value()))
                .map(row -> new Receipt(row.record, row.tag)));
    }

    @Override
    public Optional<Deployment> find(DeploymentId id) {
        return store.read(session -> Optional.ofNullable(session.get(DeploymentRow.class, id.value()))
                .map(StoredDeployments::deployment));
    }

    @Override
    public List<Deployment> list(SiteId site) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from DeploymentRow where projectId = :site order by version desc", DeploymentRow.class)
                .setParameter("site", site.value())
                .getResultList()
                .stream()
                .map(StoredDeployments::deployment)
                .toList());
    }

    private static ObjectNode told(Deployment deployment) {
        return Json.object()
                .put("version", deployment.version())
                .put("status", JsonObject.word(deployment.status()))
                .put("url", deployment.url())
                .put("error", deployment.error());
    }

    private static void fill(DeploymentRow row, Deployment deployment) {
        row.id = deployment.id().value();
        row.projectId = deployment.site().value();
        row.userId = deployment.user().value();
        row.targetId = deployment.target().value();
        row.status = JsonObject.word(deployment.status());
        row.version = deployment.version();
        row.restored = deployment.restored();
        row.documentSequence = deployment.sequence();
        row.url = deployment.url();
        row.hosting = JsonObject.word(deployment.hosting());
        row.domain = deployment.domain();
        row.sslStatus = JsonObject.word(deployment.ssl());
        row.cdnStatus = JsonObject.word(deployment.cdn());
        row.logs = SiteRows.texts(deployment.logs());
        row.error = deployment
                .error()
                .substring(0, Math.min(LONGEST_ERROR, deployment.error().length()));
        row.sentFiles = deployment.sent().files();
        row.sentBytes = deployment.sent().bytes();
        row.sentDeleted = deployment.sent().deleted();
        row.createdAt = deployment.createdAt();
        row.completedAt = deployment.completedAt();
    }

    private static Deployment deployment(DeploymentRow row) {
        return new Deployment(
                new DeploymentId(row.id),
                new SiteId(row.projectId),
                new UserId(row.userId),
                new TargetId(row.targetId),
                SiteRows.word(DeploymentStatus.class, row.status),
                row.version,
                row.restored,
                row.documentSequence,
                row.url,
                SiteRows.word(Hosting.class, row.hosting),
                row.domain,
                SiteRows.word(SslStatus.class, row.sslStatus),
                SiteRows.word(CdnStatus.class, row.cdnStatus),
                SiteRows.texts(row.logs),
                row.error,
                new Deployment.Sent(row.sentFiles, row.sentBytes, row.sentDeleted),
                row.createdAt,
                row.completedAt);
    }
}
