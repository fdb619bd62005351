package org.sitewright.library.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sitewright.library.Component;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the components that come with the program: `components/<name>/` with `component.json` (format, name,
/// category), `component.html`, `component.css` and, where it needs one, `component.js`. Their ids follow from their
/// folders' names, so that they are the same on every computer.
public final class ShippedComponents {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant SHIPPED = Instant.parse("2026-01-01T00:00:00Z");

    private ShippedComponents() {}

    /// By name of folder; none where the folder is missing.
    public static List<Component> read(Path assets) {
        Path folder = assets.resolve("components");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("component.json")))
                    .sorted()
                    .map(ShippedComponents::component)
                    .toList();
        } catch (IOException fault) {
            throw unreadable(folder, fault);
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("sitewright:component:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Component component(Path folder) {
        try {
            JsonNode json = JSON.readTree(Files.readString(folder.resolve("component.json")));
            Path script = folder.resolve("component.js");
            return new Component(
                    id(String.valueOf(folder.getFileName())),
                    null,
                    json.path("name").asString(String.valueOf(folder.getFileName())),
                    json.path("category").asString("other"),
                    Files.readString(folder.resolve("component.html")),
                    Files.readString(folder.resolve("component.css")),
                    Files.isRegularFile(script) ? Files.readString(script) : "",
                    "",
                    true,
                    0,
                    SHIPPED,
                    SHIPPED);
        } catch (IOException fault) {
            throw unreadable(folder, fault);
        }
    }

    private static Problem unreadable(Path folder, IOException fault) {
        return new Problem(
                "SW-COMPONENTS-READ",
                "The component in " + folder + " cannot be read.",
                "Install the program again.",
                fault);
    }
}
