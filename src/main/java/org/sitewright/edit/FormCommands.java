package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.text.Slug;

/// What a user can do with the forms of a site. What [FormChecks] finds wrong changes nothing.
public final class FormCommands {
    private final Ids ids;

    public FormCommands(Ids ids) {
        this.ids = ids;
    }

    /// Adds a form under a name that no other has.
    public Command add(Form form) {
        return state -> {
            Form named = form.withName(freeName(state.site(), form.name()));
            return Optional.of(put(state, "Add form " + named.name(), "", named));
        };
    }

    public Command rename(FormId wanted, String name) {
        return change(
                wanted,
                "Rename form ",
                "name",
                (site, form) -> FormChecks.name(site, wanted, name).isPresent() ? form : form.withName(name));
    }

    /// Adds the same form once more.
    public Command duplicate(FormId wanted, FormId copy) {
        return state -> state.site().form(wanted).map(form -> {
            Form made = new Form(
                    copy,
                    form.page(),
                    freeName(state.site(), form.name()),
                    form.fields(),
                    form.submit(),
                    form.thanks(),
                    form.notificationEmail(),
                    form.webhookUrl());
            return put(state, "Duplicate form " + form.name(), "", made);
        });
    }

    /// Sections that show the form keep naming it, so that bringing it back brings them back.
    public Command delete(FormId wanted) {
        return state -> state.site()
                .form(wanted)
                .map(form -> new Transaction(
                        "Delete form " + form.name(),
                        "",
                        List.of(new Edit.RemoveForm(wanted)),
                        state.selection(),
                        Transaction.Source.PANEL));
    }

    public Command words(FormId wanted, String submit, String thanks) {
        return change(wanted, "Words of form ", "words", (site, form) -> form.withWords(submit, thanks));
    }

    public Command email(FormId wanted, String address) {
        return change(
                wanted,
                "E-mail of form ",
                "email",
                (site, form) -> FormChecks.email(address).isPresent()
                        ? form
                        : form.withDelivery(address.strip(), form.webhookUrl()));
    }

    public Command webhook(FormId wanted, String address) {
        return change(
                wanted,
                "Webhook of form ",
                "webhook",
                (site, form) -> FormChecks.webhook(address).isPresent()
                        ? form
                        : form.withDelivery(form.notificationEmail(), address.strip()));
    }

    /// Adds a field after another, or at the end when there is no such one. Empty where there are too many already.
    ///
    /// @param field its name is made free
    public Command addField(FormId wanted, FormField field, String after) {
        return change(wanted, "Add field to ", "", (site, form) -> {
            if (form.fields().size() >= FormChecks.MOST_FIELDS) {
                return form;
            }
            List<FormField> fields = new ArrayList<>(form.fields());
            int at = indexOf(form, after);
            fields.add(at < 0 ? fields.size() : at + 1, renamed(field, freeFieldName(form, field.id(), field.name())));
            return form.withFields(fields);
        });
    }

    public Command duplicateField(FormId wanted, String id) {
        return state -> state.site().form(wanted).flatMap(form -> {
            int at = indexOf(form, id);
            if (at < 0) {
                return Optional.empty();
            }
            FormField field = form.fields().get(at);
            FormField copy = new FormField(
                    ids.nextItem(),
                    field.name(),
                    field.label(),
                    field.type(),
                    field.required(),
                    field.placeholder(),
                    field.help(),
                    field.options(),
                    field.value());
            return addField(wanted, copy, id).on(state);
        });
    }

    public Command removeField(FormId wanted, String id) {
        return change(
                wanted,
                "Delete field of ",
                "",
                (site, form) -> form.withFields(form.fields().stream()
                        .filter(Predicate.not(field -> field.id().equals(id)))
                        .toList()));
    }

    /// @param at the place that the field has afterwards, counted without it
    public Command moveField(FormId wanted, String id, int at) {
        return change(wanted, "Move field of ", "", (site, form) -> {
            int from = indexOf(form, id);
            if (from < 0) {
                return form;
            }
            List<FormField> fields = new ArrayList<>(form.fields());
            FormField field = fields.remove(from);
            fields.add(Math.clamp(at, 0, fields.size()), field);
            return form.withFields(fields);
        });
    }

    /// Writes the field with its id anew. Typing on in the same field becomes one step.
    public Command setField(FormId wanted, FormField field) {
        return change(
                wanted,
                "Field of ",
                field.id(),
                (site, form) -> FormChecks.field(form, field).isPresent()
                        ? form
                        : form.withFields(form.fields().stream()
                                .map(each -> each.id().equals(field.id()) ? field : each)
                                .toList()));
    }

    /// A name for what a field sends that no other field of the form has.
    public static String freeFieldName(Form form, String id, String wanted) {
        String slug = Slug.of(wanted, "field");
        String start = Character.isDigit(slug.charAt(0)) ? "field-" + slug : slug;
        return Slug.free(start.length() > 60 ? start.substring(0, 60) : start, name -> form.fields().stream()
                .anyMatch(each -> !each.id().equals(id) && each.name().equals(name)));
    }

    /// The sections that show a form.
    public static List<Section> shown(Site site, FormId wanted) {
        return site.sections()
                .filter(section -> section.content().values().values().stream().anyMatch(value -> names(value, wanted)))
                .toList();
    }

    private static boolean names(Value value, FormId wanted) {
        return switch (value) {
            case Value.FormRef(FormId form) -> form.equals(wanted);
            case Value.Items(List<Value.Item> items) ->
                items.stream()
                        .flatMap(item -> item.fields().values().values().stream())
                        .anyMatch(each -> names(each, wanted));
            case Value.Text other -> false;
            case Value.Decimal other -> false;
            case Value.Flag other -> false;
            case Value.Image other -> false;
            case Value.Link other -> false;
        };
    }

    static FormField renamed(FormField field, String name) {
        return new FormField(
                field.id(),
                name,
                field.label(),
                field.type(),
                field.required(),
                field.placeholder(),
                field.help(),
                field.options(),
                field.value());
    }

    private static int indexOf(Form form, String id) {
        for (int i = 0; i < form.fields().size(); i++) {
            if (form.fields().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static String freeName(Site site, String wanted) {
        Predicate<String> taken = name -> site.parts().forms().stream()
                .anyMatch(form -> form.name().strip().equalsIgnoreCase(name));
        String name = wanted.strip();
        for (int number = 2; taken.test(name); number++) {
            name = wanted.strip() + " " + number;
        }
        return name;
    }

    private static Command change(FormId wanted, String label, String key, Change change) {
        return state -> state.site().form(wanted).flatMap(form -> {
            Form changed = change.of(state.site(), form);
            String mergeKey = key.isEmpty() ? "" : "form/" + wanted + "/" + key;
            return changed.equals(form)
                    ? Optional.empty()
                    : Optional.of(put(state, label + form.name(), mergeKey, changed));
        });
    }

    private static Transaction put(EditorState state, String label, String mergeKey, Form form) {
        return new Transaction(
                label, mergeKey, List.of(new Edit.PutForm(form)), state.selection(), Transaction.Source.PANEL);
    }

    /// What becomes of a form.
    @FunctionalInterface
    private interface Change {
        Form of(Site site, Form form);
    }
}
