package org.sitewright.ui.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Editor;
import org.sitewright.edit.FormChecks;
import org.sitewright.edit.FormCommands;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.text.Html;

/// What the forms panel knows and does. Every change goes through the editor, so that it can be undone.
final class FormsViewModel {
    private static final String KIND = "form";

    private final Editor editor;
    private final Catalogue catalogue;
    private final Ids ids;
    private final FormCommands commands;
    private final Set<String> openFields = new HashSet<>();
    private @Nullable FormId openForm;

    FormsViewModel(Editor editor, Catalogue catalogue, Ids ids) {
        this.editor = editor;
        this.catalogue = catalogue;
        this.ids = ids;
        this.commands = new FormCommands(ids);
        follow();
    }

    /// One form of the list.
    ///
    /// @param where on which pages it is, in words
    /// @param received whether what visitors send reaches anybody
    record Line(Form form, String where, boolean received) {}

    List<Line> lines() {
        return editor.site().parts().forms().stream()
                .map(form -> new Line(form, where(form), FormChecks.isReceived(form)))
                .toList();
    }

    Site site() {
        return editor.site();
    }

    Page page() {
        Site site = editor.site();
        return site.page(editor.state().selection().page()).orElse(site.home());
    }

    /// The form being built; empty while the list is shown.
    Optional<Form> open() {
        return Optional.ofNullable(openForm).flatMap(editor.site()::form);
    }

    void open(FormId form) {
        openForm = form;
        openFields.clear();
    }

    void close() {
        openForm = null;
    }

    /// Opens the form that the chosen section shows.
    ///
    /// @return whether there is one
    boolean follow() {
        Optional<FormId> shown = chosenSection().flatMap(section -> section.content().values().values().stream()
                .filter(Value.FormRef.class::isInstance)
                .map(value -> ((Value.FormRef) value).form())
                .filter(form -> editor.site().form(form).isPresent())
                .findFirst());
        shown.filter(form -> !form.equals(openForm)).ifPresent(this::open);
        return shown.isPresent();
    }

    /// Adds a form and opens it. A chosen section that waits for a form shows it.
    void add(FormPattern pattern) {
        FormId id = new FormId(ids.next());
        Form form = pattern.make(id, page().id(), ids);
        Optional<Edit> fill = waiting(id);
        editor.run(state -> commands.add(form).on(state).map(transaction -> {
            List<Edit> edits = new ArrayList<>(transaction.edits());
            fill.ifPresent(edits::add);
            return new Transaction(transaction.label(), "", edits, transaction.selection(), transaction.source());
        }));
        open(id);
    }

    void duplicate(FormId form) {
        FormId copy = new FormId(ids.next());
        if (editor.run(commands.duplicate(form, copy)) && openForm != null) {
            open(copy);
        }
    }

    void delete(FormId form) {
        if (form.equals(openForm)) {
            close();
        }
        editor.run(commands.delete(form));
    }

    /// @return what is wrong with the name, in words
    Optional<String> rename(String name) {
        return open().flatMap(form -> {
            Optional<String> wrong = FormChecks.name(editor.site(), form.id(), name);
            editor.run(commands.rename(form.id(), name));
            return wrong;
        });
    }

    void words(String submit, String thanks) {
        run(form -> commands.words(form.id(), submit, thanks));
    }

    /// @return what is wrong with the address, in words
    Optional<String> email(String address) {
        run(form -> commands.email(form.id(), address));
        return FormChecks.email(address);
    }

    /// @return what is wrong with the address, in words
    Optional<String> webhook(String address) {
        run(form -> commands.webhook(form.id(), address));
        return FormChecks.webhook(address);
    }

    boolean isOpen(String field) {
        return openFields.contains(field);
    }

    void toggle(String field) {
        if (!openFields.remove(field)) {
            openFields.add(field);
        }
    }

    /// Adds a field at the end and opens it.
    void addField(FormField.Type type) {
        FormField field = FieldKinds.fresh(ids.nextItem(), type);
        openFields.clear();
        openFields.add(field.id());
        run(form -> commands.addField(form.id(), field, ""));
    }

    void duplicateField(String field) {
        run(form -> commands.duplicateField(form.id(), field));
    }

    void removeField(String field) {
        run(form -> commands.removeField(form.id(), field));
    }

    void moveField(String field, int by) {
        open().ifPresent(form -> {
            int at = form.fields().stream().map(FormField::id).toList().indexOf(field);
            if (at >= 0) {
                editor.run(commands.moveField(form.id(), field, at + by));
            }
        });
    }

    /// Puts a field above or below another.
    boolean dropField(String field, String onto, boolean below) {
        return open().map(form -> {
                    List<String> order = new ArrayList<>(
                            form.fields().stream().map(FormField::id).toList());
                    order.remove(field);
                    return editor.run(commands.moveField(form.id(), field, order.indexOf(onto) + (below ? 1 : 0)));
                })
                .orElse(false);
    }

    /// Changes a field; its name follows its label until it is given one of its own.
    ///
    /// @return what is wrong with it, in words; then nothing has changed
    Optional<String> change(String id, UnaryOperator<FormField> change) {
        return open().flatMap(form -> form.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .flatMap(field -> {
                    FormField changed = named(form, field, change.apply(field));
                    Optional<String> wrong = FormChecks.field(form, changed);
                    if (wrong.isEmpty()) {
                        editor.run(commands.setField(form.id(), changed));
                    }
                    return wrong;
                }));
    }

    /// Why the form cannot be put on the open page; empty where it can.
    Optional<String> cannotPut(Form form) {
        Optional<SectionKind> kind = catalogue.kind(KIND);
        if (kind.flatMap(FormsViewModel::formField).isEmpty()) {
            return Optional.of("There is no section that shows a form in this catalogue.");
        }
        return isOn(form, page()) ? Optional.of("It is on this page already.") : Optional.empty();
    }

    boolean isOn(Form form, Page page) {
        return FormCommands.shown(editor.site(), form.id()).stream().anyMatch(section -> editor.site()
                .pageOf(section.id())
                .map(where -> where.id().equals(page.id()))
                .orElse(true));
    }

    /// A section that shows the form, as it would be put on a page.
    Optional<Section> section(Form form, SectionId id) {
        return catalogue.kind(KIND).flatMap(kind -> formField(kind).map(field -> {
            Fields content = Fields.EMPTY.with(field.name(), new Value.FormRef(form.id()));
            Fields whole = kind.fields().stream()
                    .filter(each -> each.name().equals("title"))
                    .findFirst()
                    .map(title -> content.with("title", title(title, form)))
                    .orElse(content);
            return new Section(id, KIND, kind.variants().getFirst().name(), whole, "", false);
        }));
    }

    /// Puts the form after the chosen section of the open page, or at its end.
    boolean putOnPage(Form form) {
        if (cannotPut(form).isPresent()) {
            return false;
        }
        Page page = page();
        Optional<Section> made = section(form, new SectionId(ids.next()));
        if (made.isEmpty()) {
            return false;
        }
        List<SectionId> order = page.sections().stream().map(Section::id).toList();
        int chosen = editor.state().selection().section().map(order::indexOf).orElse(-1);
        editor.dispatch(new Transaction(
                "Put " + form.name() + " on " + page.name(),
                "",
                List.of(new Edit.InsertSection(
                        new Place.OnPage(page.id()), chosen < 0 ? order.size() : chosen + 1, made.get())),
                Selection.of(page.id(), made.get().id()),
                Transaction.Source.PANEL));
        return true;
    }

    private Optional<Section> chosenSection() {
        return editor.state().selection().section().flatMap(editor.site()::section);
    }

    /// The edit that shows a form in the chosen section, where that shows none.
    private Optional<Edit> waiting(FormId made) {
        return chosenSection().flatMap(section -> catalogue
                .kind(section.kind())
                .flatMap(FormsViewModel::formField)
                .filter(field -> section.content()
                        .get(field.name())
                        .filter(value -> value instanceof Value.FormRef(FormId form)
                                && editor.site().form(form).isPresent())
                        .isEmpty())
                .map(field -> new Edit.SetField(section.id(), FieldPath.of(field.name()), new Value.FormRef(made))));
    }

    private static Value title(Field field, Form form) {
        return new Value.Text(field.type() instanceof FieldType.RichText ? Html.escape(form.name()) : form.name());
    }

    private static Optional<Field> formField(SectionKind kind) {
        return kind.fields().stream()
                .filter(field -> field.type() instanceof FieldType.Form)
                .findFirst();
    }

    private static FormField named(Form form, FormField before, FormField after) {
        boolean derived = before.name().equals(FormCommands.freeFieldName(form, before.id(), before.label()));
        if (!derived || before.label().equals(after.label()) || !before.name().equals(after.name())) {
            return after;
        }
        return new FormField(
                after.id(),
                FormCommands.freeFieldName(form, after.id(), after.label()),
                after.label(),
                after.type(),
                after.required(),
                after.placeholder(),
                after.help(),
                after.options(),
                after.value());
    }

    private String where(Form form) {
        List<String> pages = new ArrayList<>();
        for (Section section : FormCommands.shown(editor.site(), form.id())) {
            String name = editor.site().pageOf(section.id()).map(Page::name).orElse("every page");
            if (!pages.contains(name)) {
                pages.add(name);
            }
        }
        if (pages.isEmpty()) {
            return "On no page yet";
        }
        return pages.size() > 3 ? "On " + pages.size() + " pages" : "On " + String.join(", ", pages);
    }

    private void run(Function<Form, Command> command) {
        open().ifPresent(form -> editor.run(command.apply(form)));
    }
}
