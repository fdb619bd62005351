package org.sitewright.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.forms.Submission;
import org.sitewright.forms.SubmissionRepository;
import org.sitewright.site.FormId;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// Submissions in the table `form_submissions`.
public final class StoredSubmissions implements SubmissionRepository {
    private final Store store;

    public StoredSubmissions(Store store) {
        this.store = store;
    }

    @Override
    public boolean add(Submission submission) {
        Act act = new Act(
                "",
                submission.site().toString(),
                "submission.add",
                "Submission came in",
                "submission",
                submission.id().toString());
        return store.write(act, unit -> {
            if (unit.session().get(FormSubmissionRow.class, submission.id()) != null) {
                return false;
            }
            FormSubmissionRow row = new FormSubmissionRow();
            row.id = submission.id();
            row.formId = submission.form().value();
            row.projectId = submission.site().value();
            row.dataJson = data(submission.data());
            row.ipAddress = submission.ipAddress();
            row.userAgent = submission.userAgent();
            row.createdAt = submission.createdAt();
            unit.insert(row);
            FormRow form = unit.session().get(FormRow.class, row.formId);
            if (form != null) {
                form.submissionsCount++;
                unit.update(form);
            }
            return true;
        });
    }

    @Override
    public long count(FormId form) {
        return store.read(session -> {
            FormRow row = session.get(FormRow.class, form.value());
            return row == null ? 0 : row.submissionsCount;
        });
    }

    @Override
    public List<Submission> list(FormId form, int count) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from FormSubmissionRow where formId = :form order by createdAt desc, id",
                        FormSubmissionRow.class)
                .setParameter("form", form.value())
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(StoredSubmissions::submission)
                .toList());
    }

    private static Submission submission(FormSubmissionRow row) {
        Map<String, String> data = new LinkedHashMap<>();
        Json.read(row.dataJson)
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().stringValue()));
        return new Submission(
                row.id,
                new FormId(row.formId),
                new SiteId(row.projectId),
                data,
                row.ipAddress,
                row.userAgent,
                row.createdAt);
    }

    private static String data(Map<String, String> data) {
        ObjectNode object = Json.object();
        data.forEach(object::put);
        return Json.write(object);
    }
}
