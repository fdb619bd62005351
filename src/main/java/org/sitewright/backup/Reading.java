package org.sitewright.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.BlobStore.Blob;
import org.sitewright.media.MediaSink;
import org.sitewright.work.Problem;

/// A place opened for reading with its key. What is read there is checked before anything is done with it: decrypted
/// to a temporary file to its end, sealed by this workspace under its own name, within limits. Files that somebody has
/// decrypted already, with `age -d`, are read as well; then there is no seal to check and no key is needed.
public final class Reading implements AutoCloseable {
    private static final int HEADERS_TRIED = 4;
    private static final UUID NOBODY = new UUID(0, 0);

    private final BlobStore place;
    private final Path temporary;
    private final List<Blob> all;
    private final @Nullable KeyRing keys;
    private final Set<String> names;
    private final Map<String, Path> unpacked = new HashMap<>();
    private UUID workspace = NOBODY;
    private Optional<Problem> fault = Optional.empty();

    private Reading(BlobStore place, Path temporary, List<Blob> all, @Nullable KeyRing keys) {
        this.place = place;
        this.temporary = temporary;
        this.all = all;
        this.keys = keys;
        this.names = all.stream().map(Blob::name).collect(Collectors.toSet());
    }

    /// @param key of the recovery sheet; null for a folder of decrypted files
    /// @param temporary a folder of its own, emptied at the end
    /// @throws org.sitewright.work.Problem when there are no backups, or they are not this key's
    public static Reading open(BlobStore place, @Nullable AgeIdentity key, Path temporary) {
        List<Blob> all = place.list("");
        if (!Names.isBackup(all)) {
            throw BackupProblems.noBackups(place.describe());
        }
        KeyRing keys = key == null ? null : KeyRing.open(place, all, key);
        Reading reading = new Reading(place, temporary, all, keys);
        try {
            Files.createDirectories(temporary);
            reading.settle();
            return reading;
        } catch (IOException fault) {
            reading.close();
            throw BackupProblems.disk(fault);
        } catch (RuntimeException fault) {
            reading.close();
            throw fault;
        }
    }

    /// Whose backups these are. What the sealed archives say counts more than `format.json`, which carries no seal:
    /// with that one damaged or gone the rest is as good as before.
    private void settle() {
        Problem damage = marked();
        tryKey();
        Optional<UUID> sealed = sealed();
        if (damage != null && sealed.isEmpty()) {
            throw damage;
        }
        if (damage == null && sealed.isPresent() && !sealed.get().equals(workspace)) {
            damage = BackupProblems.damaged(Names.FORMAT, "it names another workspace than the archives do");
        }
        workspace = sealed.orElse(workspace);
        fault = Optional.ofNullable(damage);
    }

    /// Takes what `format.json` says.
    ///
    /// @return what is wrong with it, else null
    private @Nullable Problem marked() {
        if (!names.contains(Names.FORMAT)) {
            return BackupProblems.damaged(Names.FORMAT, "it is missing");
        }
        try {
            workspace = FormatFile.in(place).workspace();
            return null;
        } catch (Problem problem) {
            if (problem.code().equals("SW-BACKUP-DAMAGED")) {
                return problem;
            }
            throw problem;
        }
    }

    /// What the newest part that can be opened says, or the newest snapshot.
    private Optional<UUID> sealed() {
        Stream<Supplier<UUID>> heads = Stream.concat(
                Names.parts(all).reversed().stream()
                        .limit(HEADERS_TRIED)
                        .map(part -> () -> read(part).workspace()),
                Names.snapshots(all).reversed().stream()
                        .limit(HEADERS_TRIED)
                        .map(snapshot -> () -> read(snapshot).workspace()));
        return heads.flatMap(head -> unlessDamaged(head).stream()).findFirst();
    }

    private static Optional<UUID> unlessDamaged(Supplier<UUID> head) {
        try {
            return Optional.of(head.get());
        } catch (Problem problem) {
            if (problem.code().equals("SW-BACKUP-DAMAGED") || problem.code().equals("SW-BACKUP-FORMAT")) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /// What is wrong with `format.json`, where the archives could be read without it.
    Optional<Problem> fault() {
        return fault;
    }

    /// Whether the key opens anything here.
    private void tryKey() {
        if (keys == null) {
            return;
        }
        List<String> some = Stream.concat(
                        Names.snapshots(all).reversed().stream().map(Names.Snapshot::name),
                        Names.parts(all).stream().map(Names.Part::name))
                .filter(name -> name.endsWith(".age"))
                .limit(HEADERS_TRIED)
                .toList();
        for (String name : some) {
            if (opens(name)) {
                return;
            }
        }
        if (!some.isEmpty()) {
            throw BackupProblems.wrongKey(place.describe());
        }
    }

    private boolean opens(String name) {
        return Tries.of(() -> opensOnce(name));
    }

    private boolean opensOnce(String name) {
        try (InputStream raw = place.open(name);
                InputStream in = Age.decrypting(identities(), raw)) {
            int unused = in.read();
            return true;
        } catch (Age.Unreadable otherKey) {
            return false;
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private List<AgeIdentity> identities() {
        return keys == null ? List.of() : keys.identities();
    }

    public UUID workspace() {
        return workspace;
    }

    /// What a device needs to write here from now on; empty when this was opened without a key.
    public Optional<BackupKeys> keysForWriting() {
        return keys == null
                ? Optional.empty()
                : Optional.of(
                        new BackupKeys(workspace, keys.identities().getFirst().recipient(), keys.nameKey()));
    }

    List<Blob> all() {
        return all;
    }

    String describe() {
        return place.describe();
    }

    BlobStore place() {
        return place;
    }

    /// Opens an archive, which is fetched once.
    <T> T pack(String name, Function<PackReader, T> task) {
        byte @Nullable [] nameKey = keys == null ? null : keys.nameKey();
        try (PackReader pack = PackReader.open(fetched(name), Names.plain(name), nameKey)) {
            return task.apply(pack);
        }
    }

    private synchronized Path fetched(String name) {
        return unpacked.computeIfAbsent(name, this::fetch);
    }

    private Path fetch(String name) {
        return Tries.of(() -> fetchOnce(name));
    }

    private Path fetchOnce(String name) {
        try {
            Path file = Files.createTempFile(temporary, "in", ".zip");
            try (InputStream raw = place.open(name);
                    InputStream in = name.endsWith(".age") ? Age.decrypting(identities(), raw) : raw;
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                in.transferTo(out);
            }
            return file;
        } catch (Age.Unreadable damaged) {
            throw BackupProblems.damaged(name, damaged.getMessage() + "", damaged);
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    SnapshotHead head(Names.Snapshot snapshot) {
        SnapshotHead head = read(snapshot);
        if (!head.workspace().equals(workspace)
                || head.position().sequence() != snapshot.sequence()
                || !head.at().equals(snapshot.at())) {
            throw BackupProblems.damaged(snapshot.name(), "it is another one under this name");
        }
        return head;
    }

    PartHead head(Names.Part part) {
        PartHead head = read(part);
        if (!head.workspace().equals(workspace)
                || !head.device().equals(part.device())
                || head.before().sequence() + 1 != part.first()
                || head.last().sequence() != part.last()) {
            throw BackupProblems.damaged(part.name(), "it is another one under this name");
        }
        return head;
    }

    private SnapshotHead read(Names.Snapshot snapshot) {
        return pack(snapshot.name(), pack -> SnapshotHead.read(pack.read(SnapshotHead.FILE), snapshot.name()));
    }

    private PartHead read(Names.Part part) {
        return pack(part.name(), pack -> PartHead.read(pack.read(PartHead.FILE), part.name()));
    }

    List<AssetLine> assets(String name) {
        return pack(name, pack -> {
            List<AssetLine> lines = new java.util.ArrayList<>();
            pack.lines("assets", line -> lines.add(AssetLine.read(line, name)));
            return lines;
        });
    }

    /// Where an asset lies: encrypted, or beside it decrypted.
    private Optional<String> asset(AssetLine line) {
        return Stream.of(line.asset(), Names.plain(line.asset()))
                .filter(names::contains)
                .findFirst();
    }

    /// Brings an asset into a media store, where it counts only when it is what it should be: the line, which is
    /// sealed, says the SHA-256 of the content.
    void fetch(AssetLine line, MediaSink into) {
        boolean unused = Tries.of(() -> {
            fetchOnce(line, into);
            return true;
        });
    }

    private void fetchOnce(AssetLine line, MediaSink into) {
        String name = asset(line).orElseThrow(() -> BackupProblems.damaged(line.asset(), "it is missing"));
        try (InputStream raw = place.open(name);
                InputStream in = name.endsWith(".age") ? Age.decrypting(identities(), raw) : raw) {
            if (!into.put(in).equals(line.media())) {
                throw BackupProblems.damaged(name, "it holds something else");
            }
        } catch (BlobProblem fault) {
            throw fault.kind() == BlobProblem.Kind.MISSING
                    ? BackupProblems.damaged(name, "it is missing", fault)
                    : fault;
        } catch (Age.Unreadable damaged) {
            throw BackupProblems.damaged(name, damaged.getMessage() + "", damaged);
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        } catch (Problem fault) {
            throw fault.getCause() instanceof Age.Unreadable damaged
                    ? BackupProblems.damaged(name, damaged.getMessage() + "", fault)
                    : fault;
        }
    }

    @Override
    public void close() {
        if (keys != null) {
            keys.close();
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            return;
        }
    }
}
