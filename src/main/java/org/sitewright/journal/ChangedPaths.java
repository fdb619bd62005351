package org.sitewright.journal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Names what differs between two values of a record, as paths of property names.
final class ChangedPaths {
    private static final int MOST = 64;
    private static final int DEEPEST = 6;

    private final List<String> found = new ArrayList<>();

    private ChangedPaths() {}

    static List<String> of(JsonNode previous, JsonNode next) {
        ChangedPaths paths = new ChangedPaths();
        paths.walk("", previous, next, 0);
        return paths.found;
    }

    private void walk(String path, JsonNode previous, JsonNode next, int depth) {
        if (found.size() >= MOST) {
            return;
        }
        if (depth == DEEPEST || !(previous instanceof ObjectNode) || !(next instanceof ObjectNode)) {
            leaves(path, previous, next);
            return;
        }
        for (String name : previous.propertyNames()) {
            JsonNode other = next.get(name);
            walk(join(path, name), previous.path(name), other == null ? next.path(name) : other, depth + 1);
        }
        for (String name : next.propertyNames()) {
            if (!previous.has(name)) {
                walk(join(path, name), previous.path(name), next.path(name), depth + 1);
            }
        }
    }

    /// Where one side has nothing, the properties of the other are named, unless it stands for one thing.
    private void leaves(String path, JsonNode previous, JsonNode next) {
        JsonNode there = previous instanceof ObjectNode ? previous : next;
        if (path.isEmpty() && there instanceof ObjectNode) {
            there.propertyNames().stream().limit(MOST).forEach(found::add);
        } else if (!path.isEmpty()) {
            found.add(path);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
