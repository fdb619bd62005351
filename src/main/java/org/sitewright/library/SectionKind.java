package org.sitewright.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A kind of section, read from its folder: a schema, one template per variant, stylesheets.
///
/// @param kind the folder's name
/// @param data what its sections tell search engines
/// @param sample the content of a new section, as it stands in the file
public record SectionKind(
        String kind,
        String name,
        String category,
        String icon,
        String description,
        Placement placement,
        List<Variant> variants,
        List<Field> fields,
        StructuredData data,
        JsonNode sample,
        Path folder) {
    /// Where sections of a kind belong.
    public enum Placement {
        PAGE,
        TOP,
        BOTTOM
    }

    /// One layout of a kind; its template is `<name>.peb`.
    public record Variant(String name, String label) {}

    public SectionKind {
        variants = List.copyOf(variants);
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /// The variant of that name or, where the kind no longer has it, the first.
    public Variant variantOrFirst(String wanted) {
        return variants.stream()
                .filter(variant -> variant.name().equals(wanted))
                .findFirst()
                .orElse(variants.getFirst());
    }
}
