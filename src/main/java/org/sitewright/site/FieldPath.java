package org.sitewright.site;

import java.util.List;

/// Names a field inside a section: `title`, or `items.2.text`, where a step after a list is an item's id or its
/// place from 0.
public record FieldPath(List<String> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a field path has at least one step and no empty ones: " + steps);
        }
    }

    /// @throws IllegalArgumentException when a step is empty
    public static FieldPath parse(String text) {
        return new FieldPath(List.of(text.split("\\.", -1)));
    }

    public static FieldPath of(String... steps) {
        return new FieldPath(List.of(steps));
    }

    public String first() {
        return steps.getFirst();
    }

    public boolean isLast() {
        return steps.size() == 1;
    }

    public FieldPath rest() {
        return new FieldPath(steps.subList(1, steps.size()));
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
