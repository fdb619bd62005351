package org.sitewright.ui.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.MalformedSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One value of a record, before and after.
///
/// @param name where it is, in words
record ValueChange(String name, String before, String after) {
    private static final int MOST = 200;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// @param previous JSON of the record's previous value
    /// @param next JSON of its new value
    static List<ValueChange> of(String previous, String next) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        leaves("", read(previous), before);
        leaves("", read(next), after);
        Map<String, String> names = new LinkedHashMap<>(before);
        names.putAll(after);
        List<ValueChange> changes = new ArrayList<>();
        for (String name : names.keySet()) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is) && changes.size() < MOST) {
                changes.add(new ValueChange(words(name), was, is));
            }
        }
        return changes;
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (MalformedSite notJson) {
            return Json.object().stringNode(json);
        }
    }

    private static void leaves(String path, JsonNode node, Map<String, String> found) {
        if (found.size() > MOST * 4) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> leaves(path + "/" + each.getKey().replace('/', ' '), each.getValue(), found));
        } else if (node instanceof ArrayNode array && array.valueStream().anyMatch(JsonNode::isContainer)) {
            for (int i = 0; i < array.size(); i++) {
                leaves(path + "/" + (i + 1), array.path(i), found);
            }
        } else if (!node.isNull()) {
            found.put(path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node instanceof ArrayNode array) {
            return array.valueStream().map(ValueChange::text).collect(Collectors.joining(", "));
        }
        return node.isString() ? node.stringValue() : Json.write(node);
    }

    /// `/pages/<id>/sections/<id>/content/title` becomes "pages, sections, content, title".
    private static String words(String path) {
        String words = Arrays.stream(path.split("/"))
                .filter(step -> !step.isEmpty() && !step.matches(ID))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "value" : words;
    }
}
