package org.sitewright.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

/// Keeps targets in memory.
public final class MemoryTargets implements TargetRepository {
    private final Map<TargetId, Target> rows = new LinkedHashMap<>();

    @Override
    public synchronized void save(Target target) {
        find(target.owner(), target.name())
                .filter(other -> !other.id().equals(target.id()))
                .ifPresent(other -> {
                    throw new Problem(
                            "SW-PUB-NAME",
                            "There is a target called “" + other.name() + "” already.",
                            "Give this one another name.");
                });
        rows.put(target.id(), target);
    }

    @Override
    public synchronized Optional<Target> find(TargetId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized Optional<Target> find(UserId owner, String name) {
        return list(owner).stream()
                .filter(target -> target.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public synchronized List<Target> list(UserId owner) {
        return rows.values().stream()
                .filter(target -> target.owner().equals(owner))
                .sorted(Comparator.comparing(Target::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public synchronized void remove(TargetId id) {
        rows.remove(id);
    }
}
