package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitewright.edit.Edit.Place;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// What a user can do with sections.
public final class SectionCommands {
    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

    private final SectionNames names;
    private final Ids ids;

    /// @param names how sections are called in labels
    public SectionCommands(SectionNames names, Ids ids) {
        this.names = names;
        this.ids = ids;
    }

    /// What can be done with one section or several at once, each as one step.
    public SeveralSections several() {
        return new SeveralSections(names, this::copy);
    }

    /// What a section kind is called in the user's words, as "Hero".
    @FunctionalInterface
    public interface SectionNames {
        String of(Section section);
    }

    /// Sets one field. Typing on in the same field becomes one step.
    public Command setField(SectionId section, FieldPath path, Value value, Transaction.Source source) {
        return state -> known(state, section)
                .filter(found -> !found.content().get(path).equals(Optional.of(value)))
                .map(found -> new Transaction(
                        label(state.site(), found, words(path)),
                        section + "/" + path,
                        List.of(new Edit.SetField(section, path, value)),
                        Selection.of(state.selection().page(), section),
                        source));
    }

    /// Sets a field to nothing.
    public Command clearField(SectionId section, String field) {
        return state -> known(state, section)
                .filter(found -> found.content().get(field).isPresent())
                .map(found -> here(
                        state,
                        label(state.site(), found, words(FieldPath.of(field))),
                        section,
                        new Edit.ClearField(section, field)));
    }

    public Command setVariant(SectionId section, String variant) {
        return state -> known(state, section)
                .filter(found -> !found.variant().equals(variant))
                .map(found ->
                        here(state, "Layout of " + names.of(found), section, new Edit.SetVariant(section, variant)));
    }

    public Command setAnchor(SectionId section, String anchor) {
        return state -> known(state, section)
                .filter(found -> !found.anchor().equals(anchor))
                .map(found ->
                        here(state, "Anchor of " + names.of(found), section, new Edit.SetAnchor(section, anchor)));
    }

    /// Puts a new section where it is wanted and chooses it.
    public Command insert(Section section, Place place, int at) {
        return state -> Optional.of(new Transaction(
                "Add " + names.of(section),
                "",
                List.of(new Edit.InsertSection(place, at, section)),
                Selection.of(state.selection().page(), section.id()),
                Transaction.Source.PANEL));
    }

    /// Moves a section to a place; empty when it is there already.
    ///
    /// @param at counted without the section
    public Command moveTo(SectionId section, Place place, int at) {
        return state -> Edits.find(state.site(), section)
                .filter(placed -> !placed.place().equals(place) || placed.at() != at)
                .map(placed -> here(
                        state,
                        "Move " + names.of(placed.section()),
                        section,
                        new Edit.MoveSection(section, place, at)));
    }

    /// The same section under new ids.
    public Section copy(Section section) {
        return section.withId(new SectionId(ids.next())).withContent(copy(section.content()));
    }

    private Fields copy(Fields fields) {
        Fields copy = fields;
        for (var entry : fields.values().entrySet()) {
            if (entry.getValue() instanceof Value.Items list) {
                List<Value.Item> items = new ArrayList<>();
                list.items().forEach(item -> items.add(new Value.Item(ids.nextItem(), copy(item.fields()))));
                copy = copy.with(entry.getKey(), new Value.Items(items));
            }
        }
        return copy;
    }

    private static Transaction here(EditorState state, String label, SectionId section, Edit edit) {
        return new Transaction(
                label, "", List.of(edit), Selection.of(state.selection().page(), section), Transaction.Source.PANEL);
    }

    private String label(Site site, Section section, String field) {
        String where =
                site.pageOf(section.id()).map(page -> " on " + page.name()).orElse(" on all pages");
        return field + " of " + names.of(section) + where;
    }

    private static String words(FieldPath path) {
        String last = HUMP.matcher(path.steps().getLast()).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
        return last.isEmpty() ? "Field" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    private static Optional<Section> known(EditorState state, SectionId section) {
        return state.site().section(section);
    }
}
