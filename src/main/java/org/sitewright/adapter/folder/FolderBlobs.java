package org.sitewright.adapter.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.publish.PublishFailure;
import org.sitewright.render.OutputPath;

/// A folder of this computer or of a disk that is plugged into it. A file appears whole, forced to the disk, or not
/// at all.
public final class FolderBlobs implements BlobStore {
    private final Path root;

    /// Touches nothing yet.
    public FolderBlobs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String describe() {
        return "the folder " + root;
    }

    @Override
    public String url(String name) {
        return root.resolve(name).toUri().toString();
    }

    @Override
    public List<Blob> list(String prefix) {
        try {
            prepare();
            List<Blob> all = new ArrayList<>();
            Path folder = prefix.endsWith("/") && OutputPath.isSafe(prefix + "x") ? root.resolve(prefix) : root;
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, new Listing(all, prefix));
            }
            all.sort(Comparator.comparing(Blob::name));
            return all;
        } catch (IOException fault) {
            throw problem(FolderFailures.of(root, fault).failure(), fault);
        }
    }

    private final class Listing extends SimpleFileVisitor<Path> {
        private final List<Blob> all;
        private final String prefix;

        Listing(List<Blob> all, String prefix) {
            this.all = all;
            this.prefix = prefix;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = root.relativize(file).toString().replace('\\', '/');
            boolean part = file.getFileName().toString().startsWith(FolderListing.PART_PREFIX);
            if (attributes.isRegularFile() && !part && name.startsWith(prefix)) {
                all.add(new Blob(
                        name, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException && !file.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }

    @Override
    public boolean putNew(String name, BlobSource source) {
        try {
            prepare();
            Path place = place(name);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Path folder = Objects.requireNonNull(place.getParent());
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, FolderListing.PART_PREFIX, FolderListing.PART);
            try {
                write(part, source);
                return moveNew(part, place);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException fault) {
            throw problem(FolderFailures.of(root, fault).failure(), fault);
        }
    }

    private static void write(Path part, BlobSource source) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = source.opener().open()) {
            in.transferTo(out);
            channel.force(true);
        }
        try (InputStream back = Files.newInputStream(part)) {
            if (Files.size(part) != source.size() || !FolderListing.tag(back).equals(source.sha256())) {
                throw new IOException("what was written reads back otherwise");
            }
        }
    }

    /// A hard link is made or refused in one step; where the disk knows none, as many sticks do, a move is as good,
    /// since only one program writes there.
    private static boolean moveNew(Path part, Path place) throws IOException {
        try {
            Files.createLink(place, part);
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (UnsupportedOperationException | IOException noLinks) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Files.move(part, place);
            return true;
        }
    }

    @Override
    public InputStream open(String name) {
        try {
            return Files.newInputStream(place(name), LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            throw BlobProblem.missing(name);
        } catch (IOException fault) {
            throw problem(FolderFailures.of(root, fault).failure(), fault);
        }
    }

    @Override
    public void delete(Collection<String> names) {
        try {
            for (String name : names) {
                Files.deleteIfExists(place(name));
            }
        } catch (IOException fault) {
            throw problem(FolderFailures.of(root, fault).failure(), fault);
        }
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    /// Makes the folder itself where only it is missing, but not the folders above it: those say that a disk is gone.
    private void prepare() throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        Path above = root.getParent();
        if (Files.exists(root) || above == null || !Files.isDirectory(above)) {
            throw problem(FolderFailures.missing(root), new NoSuchFileException(root.toString()));
        }
        Files.createDirectory(root);
    }

    private Path place(String name) throws IOException {
        Path place = root.resolve(name).normalize();
        if (!OutputPath.isSafe(name) || !place.startsWith(root)) {
            throw new NoSuchFileException(name);
        }
        return place;
    }

    private static BlobProblem problem(PublishFailure failure, Exception cause) {
        BlobProblem.Kind kind =
                switch (failure.code()) {
                    case "SW-PUB-403" -> BlobProblem.Kind.FORBIDDEN;
                    case "SW-PUB-404" -> BlobProblem.Kind.MISSING_PLACE;
                    case "SW-PUB-507" -> BlobProblem.Kind.QUOTA;
                    default -> BlobProblem.Kind.OTHER;
                };
        return new BlobProblem(
                kind, failure.code().replace("SW-PUB-", "SW-BLOB-"), failure.happened(), failure.remedy(), cause);
    }
}
