package org.sitewright.adapter.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.ReleaseHost;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.StoppableFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// One zip file. The next one is written beside it and then takes its place in one step. The tag of a file in it is
/// the SHA-256 of its content; the id of a release is that of the whole zip.
public final class ZipHost implements ReleaseHost {
    /// The first moment that a zip file can name: the same site gives the same bytes.
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final TargetSettings.Zip settings;
    private final Path file;

    public ZipHost(TargetSettings.Zip settings) {
        this.settings = settings;
        this.file = settings.file().toAbsolutePath().normalize();
    }

    @Override
    public String describe() {
        return "the file " + file;
    }

    @Override
    public Verdict test() {
        try {
            live();
            Files.delete(part());
            return new Verdict.Ready(Support.FULL, List.of());
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        } catch (IOException fault) {
            return new Verdict.Refused(ZipFailures.of(file, fault).failure());
        }
    }

    @Override
    public Release live() {
        try {
            return ZipListing.of(file);
        } catch (IOException fault) {
            throw ZipFailures.of(file, fault);
        }
    }

    @Override
    public byte[] read(Release release, RemoteFile entry) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = content(zip, entry.path())) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw ZipFailures.of(file, fault);
        }
    }

    @Override
    public String tag(OutputFile output) {
        return output.sha256();
    }

    @Override
    public void release(Draft draft, Progress progress, CancelToken cancel) {
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(
                        lockFile,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || !ZipListing.id(file).equals(draft.before().id())) {
                throw ZipFailures.changed(file);
            }
            replace(draft, progress, cancel);
        } catch (OverlappingFileLockException otherPublisher) {
            throw ZipFailures.changed(file);
        } catch (IOException fault) {
            throw ZipFailures.of(file, fault);
        }
    }

    @Override
    public Optional<String> objection(String path) {
        return HostNames.objection(path);
    }

    @Override
    public String publicUrl(String path) {
        return PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    private void replace(Draft draft, Progress progress, CancelToken cancel) throws IOException {
        Path part = part();
        try {
            write(draft, part, progress, cancel);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            cancel.check();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Draft draft, Path part, Progress progress, CancelToken cancel) throws IOException {
        List<String> paths = new ArrayList<>(draft.sent().keySet());
        draft.kept().forEach(kept -> paths.add(kept.path()));
        paths.sort(Comparator.naturalOrder());
        int done = 0;
        try (OutputStream out = Files.newOutputStream(part);
                ZipOutputStream zip = new ZipOutputStream(out);
                Before before = new Before(draft.before().id().isEmpty() ? null : new ZipFile(file.toFile()))) {
            for (String path : paths) {
                cancel.check();
                progress.at(done++, paths.size(), "Packing " + path);
                ZipEntry entry = new ZipEntry(path);
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                OutputFile sent = draft.sent().get(path);
                try (InputStream in = sent == null
                        ? StoppableFile.stream(before.content(path), cancel)
                        : sent.source().open()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    /// A new empty file beside the zip.
    private Path part() throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        return Files.createTempFile(folder, ".sitewright-", ".part");
    }

    private static InputStream content(ZipFile zip, String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new IOException(path + " is no longer in it");
        }
        return in;
    }

    /// The zip that is replaced, if there is one.
    private record Before(@Nullable ZipFile zip) implements AutoCloseable {
        InputStream content(String path) throws IOException {
            if (zip == null) {
                throw new IOException(path + " is no longer in it");
            }
            return ZipHost.content(zip, path);
        }

        @Override
        public void close() throws IOException {
            if (zip != null) {
                zip.close();
            }
        }
    }
}
