package org.sitewright.library;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What sections of a kind tell search engines, as patterns of JSON-LD (https://schema.org) that its schema declares
/// under `data`. `assets/sections/README.md` says how a pattern is written.
///
/// @param page one thing on the page; missing for none
/// @param site properties of whom the site presents; missing for none
public record StructuredData(JsonNode page, JsonNode site) {
    public static final StructuredData NONE = new StructuredData(MissingNode.getInstance(), MissingNode.getInstance());

    private static final List<String> WORDS = List.of("page", "site", "about", "language");

    static StructuredData read(CatalogueJson kind, List<Field> fields) {
        JsonNode data = kind.node().path("data");
        if (data.isMissingNode()) {
            return NONE;
        }
        new CatalogueJson(kind.file(), data).allow("page", "site");
        wrong(data.path("page"), fields)
                .or(() -> wrong(data.path("site"), fields))
                .ifPresent(wrong -> {
                    throw kind.problem("its data " + wrong);
                });
        return new StructuredData(data.path("page"), data.path("site"));
    }

    private static Optional<String> wrong(JsonNode node, List<Field> fields) {
        if (node.isString()) {
            return reference(node.stringValue(), fields);
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                Optional<String> wrong = wrong(each, fields);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }
        List<Field> inner = fields;
        if (node.has("*")) {
            Optional<Field> list = field(node.path("*").asString(""), fields);
            if (list.isEmpty() || !(list.get().type() instanceof FieldType.ListOf items)) {
                return Optional.of("repeats \"" + node.path("*").asString("") + "\", which is no list");
            }
            inner = items.fields();
        }
        for (String name : node.propertyNames()) {
            if (!name.equals("*") && !name.equals("!")) {
                Optional<String> wrong = wrong(node.path(name), inner);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reference(String text, List<Field> fields) {
        if (text.startsWith("=@")) {
            return WORDS.contains(text.substring(2).replaceFirst("#.*", ""))
                    ? Optional.empty()
                    : Optional.of("asks for \"" + text + "\", which is not known");
        }
        if (!text.startsWith("=")) {
            return Optional.empty();
        }
        String name = text.substring(text.indexOf(':') + 1).replaceFirst("^=", "");
        return field(name, fields).isPresent() ? Optional.empty() : Optional.of("has no field \"" + name + "\"");
    }

    private static Optional<Field> field(String name, List<Field> fields) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
