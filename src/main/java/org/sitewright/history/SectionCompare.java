package org.sitewright.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewright.history.FieldChange.Target;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Section;
import org.sitewright.site.Value;

/// Compares two states of one section, field by field.
final class SectionCompare {
    private final SiteWords words;
    private final ValueWords then;
    private final ValueWords now;

    SectionCompare(SiteWords words, ValueWords then, ValueWords now) {
        this.words = words;
        this.then = then;
        this.now = now;
    }

    List<FieldChange> between(Section before, Section after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<FieldChange> changes = new ArrayList<>();
        fields(List.of(), "", before.content(), after.content(), after, changes);
        if (!before.variant().equals(after.variant()) || !before.kind().equals(after.kind())) {
            changes.add(new FieldChange(new Target.Layout(), "Layout", before.variant(), after.variant()));
        }
        if (!before.anchor().equals(after.anchor())) {
            changes.add(new FieldChange(new Target.Anchor(), "Anchor", before.anchor(), after.anchor()));
        }
        if (before.hidden() != after.hidden()) {
            changes.add(new FieldChange(
                    new Target.Visibility(), "Visibility", shown(before.hidden()), shown(after.hidden())));
        }
        if (!before.style().equals(after.style())) {
            changes.add(new FieldChange(
                    new Target.Look(),
                    "Style",
                    PartWords.style(before.style(), after.style()),
                    PartWords.style(after.style(), before.style())));
        }
        return changes;
    }

    private static String shown(boolean hidden) {
        return hidden ? "Hidden" : "Shown";
    }

    private void fields(
            List<String> path, String of, Fields before, Fields after, Section section, List<FieldChange> changes) {
        Set<String> names = new LinkedHashSet<>(after.values().keySet());
        names.addAll(before.values().keySet());
        for (String name : names) {
            Optional<Value> was = before.get(name);
            Optional<Value> is = after.get(name);
            if (was.equals(is) || name.isBlank()) {
                continue;
            }
            List<String> here = new ArrayList<>(path);
            here.add(name);
            if (was.orElse(null) instanceof Value.Items old
                    && is.orElse(null) instanceof Value.Items fresh
                    && ids(old).equals(ids(fresh))
                    && ids(old).stream().noneMatch(String::isBlank)
                    && new LinkedHashSet<>(ids(old)).size() == old.items().size()) {
                items(here, old, fresh, section, changes);
            } else {
                FieldPath target = new FieldPath(here);
                changes.add(new FieldChange(
                        new Target.Content(target),
                        words.field(section, target) + of,
                        was.map(then::of).orElse(""),
                        is.map(now::of).orElse("")));
            }
        }
    }

    private void items(
            List<String> path, Value.Items before, Value.Items after, Section section, List<FieldChange> changes) {
        for (int i = 0; i < before.items().size(); i++) {
            Value.Item was = before.items().get(i);
            Value.Item is = after.items().get(i);
            if (!was.equals(is)) {
                List<String> here = new ArrayList<>(path);
                here.add(is.id());
                String title = now.title(is);
                String of = title.isEmpty() ? " of entry " + (i + 1) : " of " + title;
                fields(here, of, was.fields(), is.fields(), section, changes);
            }
        }
    }

    private static List<String> ids(Value.Items items) {
        return items.items().stream().map(Value.Item::id).toList();
    }
}
