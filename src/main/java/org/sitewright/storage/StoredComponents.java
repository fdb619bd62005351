package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.library.Component;
import org.sitewright.library.ComponentRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Components in their table.
public final class StoredComponents implements ComponentRepository {
    private static final String TYPE = "component";

    private final Store store;

    public StoredComponents(Store store) {
        this.store = store;
    }

    @Override
    public void save(Component component, Change change) {
        store.write(Act.of(change.actor(), "component.save", change.label(), TYPE, component.id()), unit -> {
            ComponentRow before = unit.session().get(ComponentRow.class, component.id());
            JsonNode was = before == null ? Json.object().nullNode() : told(before);
            ComponentRow row = new ComponentRow();
            row.id = component.id();
            row.userId = component.owner() == null ? null : component.owner().value();
            row.name = component.name();
            row.category = component.category();
            row.html = component.html();
            row.css = component.css();
            row.javascript = component.javascript();
            row.preview = component.preview();
            row.isPublic = component.isPublic();
            row.downloads = component.downloads();
            row.createdAt = component.createdAt();
            row.updatedAt = component.updatedAt();
            unit.put(row);
            unit.tell(was, told(row));
            return component;
        });
    }

    @Override
    public Optional<Component> find(UUID id) {
        return store.read(session ->
                Optional.ofNullable(session.get(ComponentRow.class, id)).map(StoredComponents::component));
    }

    @Override
    public List<Component> list(UserId user) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from ComponentRow where userId = :user or isPublic = true order by name, id",
                        ComponentRow.class)
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .map(StoredComponents::component)
                .toList());
    }

    @Override
    public void remove(UUID id, Change change) {
        store.write(Act.of(change.actor(), "component.remove", change.label(), TYPE, id), unit -> {
            ComponentRow row = unit.session().get(ComponentRow.class, id);
            if (row != null) {
                unit.delete(row);
                unit.tell(told(row), Json.object().nullNode());
            }
            return id;
        });
    }

    /// What the audit log keeps of a version.
    private static ObjectNode told(ComponentRow row) {
        return Json.object()
                .put("name", row.name)
                .put("category", row.category)
                .put("html", row.html)
                .put("css", row.css)
                .put("javascript", row.javascript)
                .put("downloads", row.downloads);
    }

    private static Component component(ComponentRow row) {
        return new Component(
                row.id,
                row.userId == null ? null : new UserId(row.userId),
                row.name,
                row.category,
                row.html,
                row.css,
                row.javascript,
                row.preview,
                row.isPublic,
                row.downloads,
                row.createdAt,
                row.updatedAt);
    }
}
