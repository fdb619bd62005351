package org.sitewright.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.sitewright.site.Form;
import org.sitewright.site.SiteId;

/// The forms of sites in their table. A form that a site no longer has keeps its row, since submissions name it.
final class StoredForms {
    private static final String PRESENT =
            "from FormRow where projectId = :site and deletedAt is null order by position, id";

    private StoredForms() {}

    static List<FormRow> of(StatelessSession session, SiteId site) {
        return session.createSelectionQuery(PRESENT, FormRow.class)
                .setParameter("site", site.value())
                .getResultList();
    }

    static void save(Writing unit, SiteId site, List<Form> before, List<Form> after, Instant now) {
        if (before.equals(after)) {
            return;
        }
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i).id().value(), i);
        }
        for (int i = 0; i < after.size(); i++) {
            Form form = after.get(i);
            Integer place = places.remove(form.id().value());
            if (place == null || place != i || !before.get(place).equals(form)) {
                put(unit, site, form, i, now);
            }
        }
        for (UUID gone : places.keySet()) {
            FormRow row = unit.session().get(FormRow.class, gone);
            row.deletedAt = now;
            row.updatedAt = now;
            unit.update(row);
        }
    }

    private static void put(Writing unit, SiteId site, Form form, int position, Instant now) {
        FormRow there = unit.session().get(FormRow.class, form.id().value());
        FormRow row = SiteRows.form(site, form, position, there == null ? now : there.createdAt, now);
        if (there == null) {
            unit.insert(row);
        } else {
            row.submissionsCount = there.submissionsCount;
            unit.update(row);
        }
    }
}
