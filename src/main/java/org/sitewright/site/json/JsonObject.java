package org.sitewright.site.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads one JSON object strictly: a property that is missing, of the wrong type, or that nobody asked for is refused
/// with its place. Call [#end] when everything was read.
public final class JsonObject {
    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    /// @param place where the object stands in its document; empty for the document itself
    public JsonObject(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new MalformedSite(place, "expected an object");
        }
        this.node = node;
        this.place = place;
    }

    public Optional<JsonNode> get(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name));
    }

    public JsonNode required(String name) {
        return get(name).orElseThrow(() -> new MalformedSite(at(name), "is missing"));
    }

    public String text(String name) {
        return asText(required(name), at(name));
    }

    /// The text, or empty when it is absent.
    public String textOrEmpty(String name) {
        return get(name).map(value -> asText(value, at(name))).orElse("");
    }

    public boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new MalformedSite(at(name), "expected true or false");
        }
        return value.booleanValue();
    }

    public int integer(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new MalformedSite(at(name), "expected a whole number");
        }
        return value.intValue();
    }

    /// One of an enum's names, written in any case.
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return constant(text(name), type, at(name));
    }

    static <E extends Enum<E>> E constant(String text, Class<E> type, String place) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new MalformedSite(place, "does not know \"" + text + "\"");
    }

    public JsonObject object(String name) {
        return new JsonObject(required(name), at(name));
    }

    /// The entries of an array, each with its place.
    public List<Entry> list(String name) {
        return entries(required(name), at(name));
    }

    public List<String> texts(String name) {
        return list(name).stream()
                .map(entry -> asText(entry.node(), entry.place()))
                .toList();
    }

    public String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    public String place() {
        return place;
    }

    /// The names that nobody has asked for so far, in order.
    public List<String> others() {
        return node.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .toList();
    }

    /// @throws MalformedSite when the object has a property that nobody asked for
    public void end() {
        List<String> unknown = others();
        if (!unknown.isEmpty()) {
            throw new MalformedSite(at(unknown.getFirst()), "is not known to this version");
        }
    }

    /// One entry of an array and where it stands.
    public record Entry(JsonNode node, String place) {
        public JsonObject object() {
            return new JsonObject(node, place);
        }
    }

    static List<Entry> entries(JsonNode array, String place) {
        if (!array.isArray()) {
            throw new MalformedSite(place, "expected a list");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : array) {
            entries.add(new Entry(entry, place + "[" + entries.size() + "]"));
        }
        return entries;
    }

    static String asText(JsonNode value, String place) {
        if (!value.isString()) {
            throw new MalformedSite(place, "expected text");
        }
        return value.stringValue();
    }

    /// How an enum's constant is written: its name in lower case.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
