package org.sitewright.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.MalformedSite;
import tools.jackson.databind.node.ObjectNode;

/// What this device knows of the objects at one place: how long each is, its SHA-256 as it lies there, and which asset
/// a medium became. It saves reading and lets damage be seen without the key; lost, it is only slower to be sure.
public final class Index {
    private final Path file;
    private final Map<String, Known> objects = new ConcurrentHashMap<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<MediaId, AssetLine> assets = new ConcurrentHashMap<>();

    /// @param sha256 of the object as it lies there; empty when it was not sent from here
    record Known(long size, String sha256) {}

    private Index(Path file) {
        this.file = file;
    }

    /// @param file made at the first use
    public static Index open(Path file) {
        Index index = new Index(file);
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(index::take);
            } catch (IOException fault) {
                throw BackupProblems.disk(fault);
            }
        }
        return index;
    }

    /// A line that a crash cut short says nothing.
    private void take(String line) {
        try {
            JsonObject object = new JsonObject(Json.read(line), "");
            if (object.get("media").isPresent()) {
                AssetLine asset = AssetLine.read(line.getBytes(StandardCharsets.UTF_8), "the index");
                assets.put(asset.media(), asset);
            } else if (object.get("begun").isPresent()) {
                begun.put(object.text("begun"), object.required("size").longValue());
            } else if (object.get("gone").isPresent()) {
                objects.remove(object.text("gone"));
            } else {
                objects.put(
                        object.text("name"), new Known(object.required("size").longValue(), object.text("sha256")));
            }
        } catch (MalformedSite cut) {
            return;
        }
    }

    Optional<Known> known(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    Map<String, Known> all() {
        return Map.copyOf(objects);
    }

    Optional<AssetLine> asset(MediaId media) {
        return Optional.ofNullable(assets.get(media));
    }

    void put(String name, long size, String sha256) {
        Known known = new Known(size, sha256);
        if (!known.equals(objects.put(name, known))) {
            append(Json.object().put("name", name).put("size", size).put("sha256", sha256));
        }
    }

    /// Notes that an object is about to be sent: a run that is cut after that has perhaps sent it.
    void begin(String name, long size) {
        if (!Objects.equals(begun.put(name, size), size)) {
            append(Json.object().put("begun", name).put("size", size));
        }
    }

    /// Whether an object that lies there was sent from here, as far as its name and length tell.
    boolean isFromHere(String name, long size) {
        Known known = objects.get(name);
        return known == null
                ? Objects.equals(begun.get(name), size)
                : !known.sha256().isEmpty();
    }

    void put(AssetLine asset) {
        if (!asset.equals(assets.put(asset.media(), asset))) {
            append((ObjectNode) Json.read(new String(asset.print(), StandardCharsets.UTF_8)));
        }
    }

    void forget(String name) {
        if (objects.remove(name) != null) {
            append(Json.object().put("gone", name));
        }
    }

    private synchronized void append(ObjectNode line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // What a full disk cut short must not swallow the line after it.
            String begin = endsWithin() ? "\n" : "";
            Files.writeString(
                    file,
                    begin + Json.write(line) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private boolean endsWithin() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel end = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return end.read(last, end.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
