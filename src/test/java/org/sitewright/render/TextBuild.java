package org.sitewright.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Builds of a few texts, and what of them lies in a folder.
final class TextBuild {
    private TextBuild() {}

    static OutputTree tree(Map<String, String> files) {
        return OutputTree.of(files.entrySet().stream()
                .map(entry -> OutputFile.of(
                        entry.getKey(),
                        "text/plain",
                        CacheControl.REVALIDATE,
                        Bytes.of(entry.getValue().getBytes(StandardCharsets.UTF_8))))
                .toList());
    }

    static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return content;
    }
}
