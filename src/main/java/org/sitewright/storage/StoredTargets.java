package org.sitewright.storage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetRepository;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;

/// Targets in their table, their settings as JSON. Secrets are never among them.
public final class StoredTargets implements TargetRepository {
    private static final String TYPE = "target";

    private final Store store;

    public StoredTargets(Store store) {
        this.store = store;
    }

    @Override
    public void save(Target target) {
        Act act = Act.of(target.owner(), "target.save", "Target " + target.name(), TYPE, target.id());
        try {
            store.write(act, unit -> {
                TargetRow there =
                        unit.session().get(TargetRow.class, target.id().value());
                TargetRow row = there == null ? new TargetRow() : there;
                JsonNode before = there == null ? Json.object().nullNode() : Json.read(there.settings);
                fill(row, target);
                row.updatedAt = store.now();
                if (there == null) {
                    unit.insert(row);
                } else {
                    unit.update(row);
                }
                unit.tell(before, TargetSettingsJson.print(target.settings()));
                return target;
            });
        } catch (RuntimeException fault) {
            if (StoreFaults.isUnique(fault)) {
                throw new Problem(
                        "SW-PUB-NAME",
                        "There is another target with the name “" + target.name() + "”.",
                        "Give this one another name.",
                        fault);
            }
            throw fault;
        }
    }

    @Override
    public Optional<Target> find(TargetId id) {
        return store.read(session ->
                Optional.ofNullable(session.get(TargetRow.class, id.value())).map(StoredTargets::target));
    }

    @Override
    public Optional<Target> find(UserId owner, String name) {
        return store.read(session -> session
                .createSelectionQuery("from TargetRow where userId = :owner and nameKey = :name", TargetRow.class)
                .setParameter("owner", owner.value())
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultList()
                .stream()
                .findFirst()
                .map(StoredTargets::target));
    }

    @Override
    public List<Target> list(UserId owner) {
        return store.read(session -> session
                .createSelectionQuery("from TargetRow where userId = :owner order by nameKey", TargetRow.class)
                .setParameter("owner", owner.value())
                .getResultList()
                .stream()
                .map(StoredTargets::target)
                .toList());
    }

    @Override
    public void remove(TargetId id) {
        store.write(Act.ofProgram("target.remove", "Target removed", TYPE, id), unit -> {
            TargetRow row = unit.session().get(TargetRow.class, id.value());
            if (row != null) {
                unit.delete(row);
                unit.by(row.userId.toString());
                unit.tell(Json.object().put("name", row.name), Json.object().nullNode());
            }
            return id;
        });
    }

    private static void fill(TargetRow row, Target target) {
        row.id = target.id().value();
        row.userId = target.owner().value();
        row.name = target.name();
        row.nameKey = target.name().toLowerCase(Locale.ROOT);
        row.kind = target.settings().kind();
        row.settings = Json.write(TargetSettingsJson.print(target.settings()));
        row.createdAt = target.createdAt();
        TargetId live = target.stagesFor();
        row.stagesFor = live == null ? null : live.value();
    }

    private static Target target(TargetRow row) {
        return new Target(
                new TargetId(row.id),
                new UserId(row.userId),
                row.name,
                TargetSettingsJson.parse(row.kind, row.settings),
                row.createdAt,
                row.stagesFor == null ? null : new TargetId(row.stagesFor));
    }
}
