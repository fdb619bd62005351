package org.sitewright.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings and the state of backups in two files of the data folder. Each is written beside, forced to the disk
/// and moved into place.
public final class BackupFile {
    private final Path folder;

    /// @param folder made at the first use
    public BackupFile(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /// @throws Problem when the file is damaged
    public synchronized Optional<BackupSettings> settings() {
        return read("settings.json").map(object -> {
            BackupSettings settings = new BackupSettings(
                    UUID.fromString(object.text("target")),
                    UserId.parse(object.text("owner")),
                    new BackupKeys(
                            UUID.fromString(object.text("workspace")),
                            object.text("recipient"),
                            HexFormat.of().parseHex(object.text("nameKey"))),
                    object.text("device"),
                    object.flag("daily"),
                    object.integer("hour"),
                    object.flag("everyChange"),
                    object.flag("sheetChecked"));
            object.end();
            return settings;
        });
    }

    public synchronized void save(BackupSettings settings) {
        write(
                "settings.json",
                Json.object()
                        .put("target", settings.target().toString())
                        .put("owner", settings.owner().toString())
                        .put("workspace", settings.keys().workspace().toString())
                        .put("recipient", settings.keys().recipient())
                        .put("nameKey", Hmac.hex(settings.keys().nameKey()))
                        .put("device", settings.device())
                        .put("daily", settings.daily())
                        .put("hour", settings.hour())
                        .put("everyChange", settings.everyChange())
                        .put("sheetChecked", settings.sheetChecked()));
    }

    /// What is known; nothing when the file is damaged, since it only saves looking.
    public synchronized BackupState state() {
        try {
            return read("state.json").map(BackupFile::state).orElse(BackupState.NONE);
        } catch (Problem damaged) {
            return BackupState.NONE;
        }
    }

    public synchronized void save(BackupState state) {
        ObjectNode object = Json.object()
                .put("shipped", state.shipped())
                .put("shippedAt", text(state.shippedAt()))
                .put("snapshotAt", text(state.snapshotAt()))
                .put("fault", state.fault());
        BackupState.Check check = state.check();
        if (check != null) {
            ObjectNode printed = object.putObject("check")
                    .put("at", check.at().toString())
                    .put("objects", check.objects())
                    .put("bytes", check.bytes());
            ArrayNode damages = printed.putArray("damages");
            check.damages().forEach(damages::add);
        }
        BackupState.Proof proof = state.proof();
        if (proof != null) {
            object.putObject("proof")
                    .put("proven", text(proof.proven()))
                    .put("at", proof.at().toString())
                    .put("millis", proof.millis())
                    .put("sites", proof.sites())
                    .put("rows", proof.rows())
                    .put("files", proof.files())
                    .put("bytes", proof.bytes())
                    .put("fault", proof.fault());
        }
        write("state.json", object);
    }

    private static BackupState state(JsonObject object) {
        BackupState.Check check = object.get("check")
                .map(node -> check(new JsonObject(node, "check")))
                .orElse(null);
        BackupState.Proof proof = object.get("proof")
                .map(node -> proof(new JsonObject(node, "proof")))
                .orElse(null);
        return new BackupState(
                object.required("shipped").longValue(),
                time(object.text("shippedAt")),
                time(object.text("snapshotAt")),
                check,
                proof,
                object.text("fault"));
    }

    private static BackupState.Check check(JsonObject object) {
        List<String> damages = new ArrayList<>(object.texts("damages"));
        return new BackupState.Check(
                Instant.parse(object.text("at")),
                object.required("objects").longValue(),
                object.required("bytes").longValue(),
                damages);
    }

    private static BackupState.Proof proof(JsonObject object) {
        return new BackupState.Proof(
                time(object.text("proven")),
                Instant.parse(object.text("at")),
                object.required("millis").longValue(),
                object.integer("sites"),
                object.required("rows").longValue(),
                object.required("files").longValue(),
                object.required("bytes").longValue(),
                object.text("fault"));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private Optional<JsonObject> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = Json.read(Files.readString(file));
            return Optional.of(new JsonObject(node, ""));
        } catch (IllegalArgumentException damaged) {
            throw new Problem(
                    "SW-BACKUP-SETTINGS",
                    "The settings of backups are damaged.",
                    "Set backups up again; the place and the recovery sheet stay good.",
                    damaged);
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private void write(String name, ObjectNode object) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(name + ".new");
            try {
                write(fresh, object);
                Files.move(
                        fresh,
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private void write(Path fresh, ObjectNode object) throws IOException {
        Files.deleteIfExists(fresh);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((Json.writePretty(object) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
