package org.sitewright.library.component;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.sitewright.library.Component;
import org.sitewright.work.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A component as one file to give away: `.sitewright-component`, JSON with `format` 1, `name`, `category`, `html`,
/// `css` and `javascript`. A file from elsewhere is hostile until it has been read here.
public final class ComponentFile {
    public static final String EXTENSION = "sitewright-component";

    /// The most bytes of a file.
    public static final int LARGEST = 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .build();
    private static final Set<String> KNOWN = Set.of("format", "name", "category", "html", "css", "javascript");

    private ComponentFile() {}

    /// What a file holds.
    public record Content(String name, String category, ComponentCode code) {}

    public static byte[] write(Component component) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", 1)
                .put("name", component.name())
                .put("category", component.category())
                .put("html", component.html())
                .put("css", component.css())
                .put("javascript", component.javascript());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /// @throws Problem when it is no such file
    public static Content read(byte[] file) {
        if (file.length > LARGEST) {
            throw refused("It is larger than a component can be.");
        }
        JsonNode json;
        try {
            json = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (JacksonException | CharacterCodingException fault) {
            throw refused("It is not one that was exported here.");
        }
        if (!json.isObject() || json.path("format").asInt(0) != 1 || !KNOWN.containsAll(json.propertyNames())) {
            throw refused("It is not one that was exported here, or a newer version wrote it.");
        }
        ComponentCode code = new ComponentCode(text(json, "html"), text(json, "css"), text(json, "javascript"));
        if (code.isTooLong()) {
            throw refused("It holds more than " + ComponentCode.LONGEST + " characters of code.");
        }
        String name = text(json, "name").strip();
        if (name.isEmpty() || name.length() > ComponentLibrary.LONGEST_NAME) {
            throw refused("It has no name that can be used.");
        }
        return new Content(name, ComponentCategories.orOther(text(json, "category")), code);
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw refused("Its “" + field + "” is missing.");
        }
        return value.stringValue();
    }

    private static Problem refused(String why) {
        return new Problem(
                "SW-COMPONENT-FILE",
                "This is no component file. " + why,
                "Choose a file that ends with ." + EXTENSION + ".");
    }
}
