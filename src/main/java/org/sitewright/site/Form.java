package org.sitewright.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form of a site. Sections show it by its id.
///
/// @param page where it was made; null when on none in particular
/// @param submit what its button says
/// @param thanks what a visitor reads after sending it
/// @param notificationEmail who is told of a submission; empty for nobody
/// @param webhookUrl where the form is posted to; empty for nowhere
public record Form(
        FormId id,
        @Nullable PageId page,
        String name,
        List<FormField> fields,
        String submit,
        String thanks,
        String notificationEmail,
        String webhookUrl) {
    public Form {
        fields = List.copyOf(fields);
    }

    public Form withName(String changed) {
        return new Form(id, page, changed, fields, submit, thanks, notificationEmail, webhookUrl);
    }

    public Form withFields(List<FormField> changed) {
        return new Form(id, page, name, changed, submit, thanks, notificationEmail, webhookUrl);
    }

    public Form withWords(String changedSubmit, String changedThanks) {
        return new Form(id, page, name, fields, changedSubmit, changedThanks, notificationEmail, webhookUrl);
    }

    public Form withDelivery(String changedEmail, String changedWebhook) {
        return new Form(id, page, name, fields, submit, thanks, changedEmail, changedWebhook);
    }
}
