package org.sitewright.adapter.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sitewright.publish.Capabilities;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.RemoteText;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputPath;

/// A folder of this computer. A file appears whole or not at all; one that is there already as it should be is not
/// touched. The tag of a file is the SHA-256 of its content.
public final class FolderTarget implements PublishTarget {
    private static final String RECORD = RECORDS + "current.json";

    private final TargetSettings.Folder settings;
    private final Path root;

    public FolderTarget(TargetSettings.Folder settings) {
        this.settings = settings;
        this.root = settings.folder().toAbsolutePath().normalize();
    }

    @Override
    public String describe() {
        return "the folder " + root;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, 8);
    }

    @Override
    public Verdict test() {
        try {
            if (isSomebodyElses(list())) {
                return new Verdict.Refused(FolderFailures.notOurs(root));
            }
            Files.delete(Files.createTempFile(root, FolderListing.PART_PREFIX, FolderListing.PART));
            return new Verdict.Ready(TargetSettings.Support.FULL, List.of());
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        } catch (IOException fault) {
            return new Verdict.Refused(FolderFailures.of(root, fault).failure());
        }
    }

    @Override
    public List<RemoteFile> list() {
        try {
            prepare();
            return FolderListing.of(root);
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public String put(OutputFile file) {
        try (InputStream in = file.source().open()) {
            Path place = place(file.path());
            if (!isThere(place, file)) {
                write(place, in, false);
            }
            return file.sha256();
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.of(file.sha256());
    }

    @Override
    public void delete(Collection<String> paths) {
        try {
            for (String path : paths) {
                Path file = place(path);
                Files.deleteIfExists(file);
                removeEmptyFolders(file);
            }
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public Optional<RemoteText> read(String path) {
        try {
            Path file = place(path);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            String tag = FolderListing.tag(new ByteArrayInputStream(content));
            return Optional.of(new RemoteText(new String(content, StandardCharsets.UTF_8), tag));
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public InputStream open(String path) {
        try {
            return Files.newInputStream(place(path), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        try {
            prepare();
            if (expectedTag.isEmpty() && path.equals(RECORD) && isSomebodyElses(FolderListing.of(root))) {
                throw new PublishProblem(FolderFailures.notOurs(root));
            }
            Path place = place(path);
            Path lockFile = place.resolveSibling("lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                String tag = read(path).map(RemoteText::tag).orElse("");
                if (!lock.isValid() || !tag.equals(expectedTag)) {
                    return Optional.empty();
                }
                byte[] content = text.getBytes(StandardCharsets.UTF_8);
                write(place, new ByteArrayInputStream(content), true);
                return Optional.of(FolderListing.tag(new ByteArrayInputStream(content)));
            }
        } catch (OverlappingFileLockException otherPublisher) {
            return Optional.empty();
        } catch (IOException fault) {
            throw FolderFailures.of(root, fault);
        }
    }

    @Override
    public Optional<String> objection(String path) {
        return HostNames.objection(path);
    }

    @Override
    public String publicUrl(String path) {
        return settings.publicUrl().isEmpty()
                ? root.resolve(path).toUri().toString()
                : PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    /// Whether there are files and no record that says that they were published from here.
    private boolean isSomebodyElses(List<RemoteFile> files) {
        return files.stream().anyMatch(file -> !file.path().startsWith(RECORDS))
                && read(RECORD).isEmpty();
    }

    /// Makes the folder itself where only it is missing, but not the folders above it: those say that a drive is gone.
    private void prepare() throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        if (Files.exists(root)) {
            throw new PublishProblem(FolderFailures.notAFolder(root));
        }
        Path above = root.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new PublishProblem(FolderFailures.missing(root));
        }
        Files.createDirectory(root);
    }

    /// Where a path belongs, with the folders above it made.
    private Path place(String path) throws IOException {
        Path place = root.resolve(path).normalize();
        if (!OutputPath.isSafe(path) || !place.startsWith(root)) {
            throw new PublishProblem(FolderFailures.outside(path));
        }
        Path folder = Objects.requireNonNull(place.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            throw new PublishProblem(FolderFailures.outside(path));
        }
        return place;
    }

    private static boolean isThere(Path place, OutputFile file) throws IOException {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || Files.size(place) != file.size()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(place)) {
            return FolderListing.tag(in).equals(file.sha256());
        }
    }

    private static void write(Path place, InputStream content, boolean durable) throws IOException {
        Path folder = Objects.requireNonNull(place.getParent());
        Path part = Files.createTempFile(folder, FolderListing.PART_PREFIX, FolderListing.PART);
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            FolderListing.makeReadable(part);
            if (durable) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void removeEmptyFolders(Path deleted) throws IOException {
        Path folder = deleted.getParent();
        while (folder != null && !folder.equals(root) && folder.startsWith(root)) {
            try (var left = Files.newDirectoryStream(folder)) {
                if (left.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(folder);
            folder = folder.getParent();
        }
    }
}
