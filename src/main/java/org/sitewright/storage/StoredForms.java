package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import org.sitewright.forms.Form;
import org.sitewright.forms.FormField;
import org.sitewright.forms.FormId;
import org.sitewright.forms.FormRepository;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ArrayNode;

/// Forms in their table.
public final class StoredForms implements FormRepository {
    private final Store store;

    public StoredForms(Store store) {
        this.store = store;
    }

    @Override
    public void save(Form form, Change change) {
        store.write(Act.onSite(change, form.site(), "form.save", "form", form.id()), unit -> {
            FormRow row = new FormRow();
            row.id = form.id().value();
            row.projectId = form.site().value();
            row.pageId = form.page() == null ? null : form.page().value();
            row.name = form.name();
            row.fields = fields(form.fields());
            row.notificationEmail = form.notificationEmail();
            row.webhookUrl = form.webhookUrl();
            row.submissionsCount = form.submissions();
            row.createdAt = form.createdAt();
            row.updatedAt = form.updatedAt();
            unit.put(row);
            unit.tell(Json.object().nullNode(), Json.object().put("name", form.name()));
            return form;
        });
    }

    @Override
    public Optional<Form> find(FormId id) {
        return store.read(session ->
                Optional.ofNullable(session.get(FormRow.class, id.value())).map(StoredForms::form));
    }

    @Override
    public List<Form> list(SiteId site) {
        return store.read(session -> session
                .createSelectionQuery("from FormRow where projectId = :site order by createdAt, id", FormRow.class)
                .setParameter("site", site.value())
                .getResultList()
                .stream()
                .map(StoredForms::form)
                .toList());
    }

    private static Form form(FormRow row) {
        return new Form(
                new FormId(row.id),
                new SiteId(row.projectId),
                row.pageId == null ? null : new PageId(row.pageId),
                row.name,
                fields(row.fields),
                row.notificationEmail,
                row.webhookUrl,
                row.submissionsCount,
                row.createdAt,
                row.updatedAt);
    }

    private static String fields(List<FormField> fields) {
        ArrayNode array = Json.array();
        for (FormField field : fields) {
            array.addObject()
                    .put("id", field.id())
                    .put("name", field.name())
                    .put("label", field.label())
                    .put("type", JsonObject.word(field.type()))
                    .put("required", field.required())
                    .put("placeholder", field.placeholder());
        }
        return Json.write(array);
    }

    private static List<FormField> fields(String json) {
        return Json.read(json)
                .valueStream()
                .map(node -> new JsonObject(node, "fields"))
                .map(field -> new FormField(
                        field.text("id"),
                        field.text("name"),
                        field.text("label"),
                        field.choice("type", FormField.Type.class),
                        field.flag("required"),
                        field.text("placeholder")))
                .toList();
    }
}
