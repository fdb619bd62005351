package org.sitewright.site.json;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// JSON text to trees and back, exactly: the order of properties and the digits of numbers are kept, a property that
/// is there twice is refused.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();
    /// For what this program wrote and sealed itself: nothing is there twice, so that nobody looks.
    private static final JsonMapper SEALED = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final char REPLACEMENT = '\uFFFD';

    private Json() {}

    /// @throws MalformedSite when the text is not one JSON document
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw new MalformedSite("not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    /// Reads UTF-8 whose hash was checked. Of an object, the values of `skipped` properties are left out.
    ///
    /// @throws MalformedSite when it is not one JSON object
    public static ObjectNode readSealed(byte[] utf8, Set<String> skipped) {
        try (JsonParser parser = SEALED.createParser(utf8)) {
            ObjectNode object = object();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedSite("", "expected an object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (skipped.contains(name)) {
                    parser.skipChildren();
                    object.putNull(name);
                } else {
                    object.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
            return object;
        } catch (JacksonException broken) {
            throw new MalformedSite("not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    /// On one line. Half a surrogate pair, which is no text and which UTF-8 cannot carry, is written as U+FFFD.
    public static String write(JsonNode tree) {
        return whole(MAPPER.writeValueAsString(tree));
    }

    /// With line breaks and indents, for people.
    public static String writePretty(JsonNode tree) {
        return whole(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    }

    /// A value that is text already: it is written as it stands and cannot be looked into.
    ///
    /// @param json one JSON value; nobody checks that
    public static JsonNode written(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static String whole(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                if (repaired == null) {
                    repaired = new StringBuilder(text);
                }
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
