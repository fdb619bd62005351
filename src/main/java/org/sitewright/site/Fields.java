package org.sitewright.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a section or of a list item, by name, in the order in which they were first set.
public record Fields(Map<String, Value> values) {
    public static final Fields EMPTY = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The text of a field, or empty when it is absent or not text.
    public String text(String name) {
        return values.get(name) instanceof Value.Text text ? text.text() : "";
    }

    /// The entries of a list field; none when it is absent or not a list.
    public List<Value.Item> items(String name) {
        return values.get(name) instanceof Value.Items list ? list.items() : List.of();
    }

    public Optional<Value> get(FieldPath path) {
        Value value = values.get(path.first());
        if (path.isLast() || value == null) {
            return Optional.ofNullable(value);
        }
        FieldPath inList = path.rest();
        if (!(value instanceof Value.Items list) || inList.isLast()) {
            return Optional.empty();
        }
        return indexOf(list, inList.first())
                .flatMap(at -> list.items().get(at).fields().get(inList.rest()));
    }

    /// These fields with one value set or, where `value` is empty text, kept as empty text.
    ///
    /// @throws IllegalArgumentException when the path leads through something that is not there
    public Fields with(FieldPath path, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        if (path.isLast()) {
            changed.put(path.first(), value);
            return new Fields(changed);
        }
        FieldPath inList = path.rest();
        if (!(values.get(path.first()) instanceof Value.Items list) || inList.isLast()) {
            throw new IllegalArgumentException("there is no list item at " + path);
        }
        int at = indexOf(list, inList.first())
                .orElseThrow(() -> new IllegalArgumentException("there is no list item at " + path));
        List<Value.Item> items = new ArrayList<>(list.items());
        Value.Item old = items.get(at);
        items.set(at, new Value.Item(old.id(), old.fields().with(inList.rest(), value)));
        changed.put(path.first(), new Value.Items(items));
        return new Fields(changed);
    }

    public Fields with(String name, Value value) {
        return with(FieldPath.of(name), value);
    }

    public Fields without(String name) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Fields(changed);
    }

    private static Optional<Integer> indexOf(Value.Items list, String step) {
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i).id().equals(step)) {
                return Optional.of(i);
            }
        }
        if (step.matches("\\d{1,6}") && Integer.parseInt(step) < list.items().size()) {
            return Optional.of(Integer.parseInt(step));
        }
        return Optional.empty();
    }
}
