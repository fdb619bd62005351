package org.sitewright.ui.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitewright.preview.ServedFiles;
import org.sitewright.publish.HeldFiles;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishTarget;
import org.sitewright.render.OutputFile;
import org.sitewright.work.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of what is live and of what would be, from where they lie: the build on this computer where it has the
/// content, else the host, each file once. Safe from many threads; reading may wait for the host.
final class PlanSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlanSource.class);
    private static final long MOST_KEPT = 48 << 20;
    private static final long LARGEST = 24 << 20;

    private final PlannedPublish planned;
    private final Supplier<PublishTarget> target;
    private final Map<String, OutputFile> built = new HashMap<>();
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;
    private @Nullable PublishTarget open;
    private boolean closed;

    /// @param target opens the target; called when the first file is wanted from it
    PlanSource(PlannedPublish planned, Supplier<PublishTarget> target) {
        this.planned = planned;
        this.target = target;
        if (planned.held().paths().isEmpty()) {
            planned.tree().files().values().forEach(file -> built.put(file.sha256(), file));
        }
    }

    /// The hash of a file; empty where that side has none.
    Optional<String> sha256(Side side, String path) {
        return switch (side) {
            case BEFORE -> planned.live().file(path).map(HeldFiles.File::sha256);
            case AFTER -> planned.tree().file(path).map(OutputFile::sha256);
        };
    }

    ServedFiles files(Side side) {
        return path -> read(side, path);
    }

    /// A file of one side; empty where there is none, or where the host does not give it as it was sent.
    Optional<ServedFiles.File> read(Side side, String path) {
        String sha256 = sha256(side, path).orElse("");
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        String type = side == Side.AFTER
                ? planned.tree().file(path).map(OutputFile::contentType).orElse("")
                : planned.live().file(path).map(HeldFiles.File::type).orElse("");
        try {
            OutputFile here = built.get(sha256);
            byte[] content =
                    here == null ? there(side, path, sha256) : here.source().all();
            return Optional.of(new ServedFiles.File(type, content));
        } catch (Problem | UncheckedIOException unread) {
            LOG.info("{} cannot be shown as it is at the host: {}", path, unread.getMessage());
            return Optional.empty();
        }
    }

    private synchronized byte[] there(Side side, String path, String sha256) {
        byte[] known = kept.get(sha256);
        if (known != null) {
            return known;
        }
        HeldFiles files = side == Side.BEFORE ? planned.live() : planned.held();
        if (files.file(path).filter(file -> file.size() <= LARGEST).isEmpty()) {
            throw new UncheckedIOException(new IOException(path + " is too large to be shown"));
        }
        try (InputStream in = files.open(target(), path)) {
            byte[] content = in.readAllBytes();
            keep(sha256, content);
            return content;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void keep(String sha256, byte[] content) {
        kept.put(sha256, content);
        keptBytes += content.length;
        var eldest = kept.entrySet().iterator();
        while (keptBytes > MOST_KEPT && eldest.hasNext()) {
            keptBytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }

    private PublishTarget target() {
        PublishTarget now = open;
        if (closed) {
            throw new UncheckedIOException(new IOException("the plan was closed"));
        }
        if (now == null) {
            now = target.get();
            open = now;
        }
        return now;
    }

    /// Lets go of the host; what was read stays. May wait for a file that is being read.
    @Override
    public synchronized void close() {
        closed = true;
        PublishTarget last = open;
        open = null;
        if (last != null) {
            last.close();
        }
    }
}
