package org.sitewright.ui.forms;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.edit.FormCommands;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.PageId;

/// What a new form can begin as.
enum FormPattern {
    CONTACT("Contact", "mail", "Name, e-mail and a message", "Send message", "Thank you. We answer soon."),
    ORDER(
            "Order",
            "package",
            "What, how many, when and for whom",
            "Place order",
            "Thank you. We confirm your order soon."),
    SIGN_UP("Sign-up", "user", "E-mail and consent", "Sign up", "Thank you. You are on the list."),
    FEEDBACK("Feedback", "star", "How it was, and what could be better", "Send feedback", "Thank you for telling us."),
    EMPTY("Empty form", "file", "Fields of your own", "Send", "Thank you.");

    private final String words;
    private final String icon;
    private final String says;
    private final String submit;
    private final String thanks;

    FormPattern(String words, String icon, String says, String submit, String thanks) {
        this.words = words;
        this.icon = icon;
        this.says = says;
        this.submit = submit;
        this.thanks = thanks;
    }

    String words() {
        return words;
    }

    String icon() {
        return icon;
    }

    String says() {
        return says;
    }

    Form make(FormId id, PageId page, Ids ids) {
        Form form = new Form(id, page, this == EMPTY ? "Form" : words, List.of(), submit, thanks, "", "");
        List<FormField> made = new ArrayList<>();
        for (FormField field : fields()) {
            String name = FormCommands.freeFieldName(form.withFields(made), "", field.name());
            made.add(new FormField(
                    ids.nextItem(),
                    name,
                    field.label(),
                    field.type(),
                    field.required(),
                    field.placeholder(),
                    field.help(),
                    field.options(),
                    field.value()));
        }
        return form.withFields(made);
    }

    private List<FormField> fields() {
        FormField name = field("name", "Name", FormField.Type.TEXT, true, "");
        FormField email = field("email", "E-mail", FormField.Type.EMAIL, true, "");
        return switch (this) {
            case CONTACT -> List.of(name, email, field("message", "Message", FormField.Type.TEXTAREA, true, ""));
            case ORDER ->
                List.of(
                        choice(
                                "product",
                                "What would you like?",
                                FormField.Type.SELECT,
                                "First product",
                                "Second product"),
                        field("quantity", "How many?", FormField.Type.NUMBER, true, ""),
                        field("day", "For which day?", FormField.Type.DATE, false, ""),
                        choice(
                                "delivery",
                                "How do you get it?",
                                FormField.Type.RADIO,
                                "I collect it",
                                "Please deliver it"),
                        name,
                        email,
                        field("phone", "Phone", FormField.Type.PHONE, false, "In case we have a question"),
                        field("notes", "Anything else?", FormField.Type.TEXTAREA, false, ""));
            case SIGN_UP ->
                List.of(
                        name,
                        email,
                        field(
                                "consent",
                                "Yes, send me news. I can stop at any time.",
                                FormField.Type.CONSENT,
                                true,
                                ""));
            case FEEDBACK ->
                List.of(
                        choice("rating", "How was it?", FormField.Type.RADIO, "Very good", "Good", "Could be better"),
                        choice(
                                "liked",
                                "What did you like?",
                                FormField.Type.CHECKBOXES,
                                "The people",
                                "The place",
                                "The price"),
                        field("better", "What could be better?", FormField.Type.TEXTAREA, false, ""),
                        field("email", "E-mail", FormField.Type.EMAIL, false, "Only if you would like an answer"));
            case EMPTY -> List.of();
        };
    }

    private static FormField field(String name, String label, FormField.Type type, boolean required, String help) {
        return new FormField("", name, label, type, required, "", help, List.of(), "");
    }

    private static FormField choice(String name, String label, FormField.Type type, String... options) {
        return new FormField("", name, label, type, type != FormField.Type.CHECKBOXES, "", "", List.of(options), "");
    }
}
