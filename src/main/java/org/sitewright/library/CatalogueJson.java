package org.sitewright.library;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object of a file of the catalogue, read strictly: what is missing, of the wrong type or unknown is named.
record CatalogueJson(Path file, JsonNode node) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @throws CatalogueProblem when the file is not there, is not JSON, or has another format number
    static JsonNode read(Path file, int format) {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(file));
        } catch (IOException | JacksonException fault) {
            throw new CatalogueProblem(file, "it cannot be read: " + fault.getMessage());
        }
        if (json.path("format").asInt(0) != format) {
            throw new CatalogueProblem(file, "its format is not " + format);
        }
        return json;
    }

    void allow(String... names) {
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw problem("\"" + name + "\" is not known");
            }
        }
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw problem("\"" + name + "\" is missing");
        }
        return value.stringValue();
    }

    String textOr(String name, String otherwise) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : otherwise;
    }

    /// The value of `default` as text; empty when there is none.
    String initial() {
        JsonNode value = node.path("default");
        return value.isString() ? value.stringValue() : value.isValueNode() && !value.isNull() ? value.toString() : "";
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    BigDecimal number(String name, BigDecimal otherwise) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.decimalValue() : otherwise;
    }

    Iterable<JsonNode> list(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw problem("\"" + name + "\" is not a list");
        }
        return value;
    }

    CatalogueProblem problem(String wrong) {
        return new CatalogueProblem(file, wrong);
    }
}
