package org.sitewright.publish;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.ReleaseHost.Draft;
import org.sitewright.publish.ReleaseHost.Release;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A target on a host that switches to a whole release at once. Puts, writes and deletes are kept here until the
/// commit; listing starts over from what is live.
public final class ReleaseTarget implements PublishTarget {
    private static final int PARALLEL = 8;

    private final ReleaseHost host;
    private final boolean refusesSecondPublisher;
    private final Map<String, OutputFile> sent = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private @Nullable Release seen;

    /// @param refusesSecondPublisher whether the host itself lets exactly one of two racing releases win
    public ReleaseTarget(ReleaseHost host, boolean refusesSecondPublisher) {
        this.host = host;
        this.refusesSecondPublisher = refusesSecondPublisher;
    }

    @Override
    public String describe() {
        return host.describe();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(refusesSecondPublisher, false, PARALLEL, true);
    }

    @Override
    public Verdict test() {
        return host.test();
    }

    @Override
    public synchronized List<RemoteFile> list() {
        forget();
        return List.copyOf(seen().files().values());
    }

    @Override
    public String put(OutputFile file) {
        String tag = host.tag(file);
        stage(file, tag);
        return tag;
    }

    /// The content is that of the release before, whatever is staged under the name of the file since.
    @Override
    public synchronized String copy(RemoteFile from, OutputFile file) {
        Release before = seen();
        Bytes content = Bytes.elsewhere(() -> new ByteArrayInputStream(host.read(before, from)), file.size());
        stage(OutputFile.of(file.path(), file.contentType(), file.cacheControl(), content, file.sha256()), from.tag());
        return from.tag();
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.of(host.tag(file));
    }

    @Override
    public synchronized void delete(Collection<String> paths) {
        Release before = seen();
        for (String path : paths) {
            sent.remove(path);
            tags.remove(path);
            if (before.files().containsKey(path)) {
                gone.add(path);
            }
        }
    }

    @Override
    public synchronized Optional<RemoteText> read(String path) {
        OutputFile staged = sent.get(path);
        if (staged != null) {
            return Optional.of(text(staged.source().all(), tags.getOrDefault(path, "")));
        }
        Release before = seen();
        return Optional.ofNullable(before.files().get(path))
                .filter(file -> !gone.contains(path))
                .map(file -> text(host.read(before, file), file.tag()));
    }

    @Override
    public synchronized InputStream open(String path) {
        OutputFile staged = sent.get(path);
        if (staged != null) {
            return staged.source().open();
        }
        Release before = seen();
        RemoteFile there = before.files().get(path);
        if (there == null || gone.contains(path)) {
            throw new PublishProblem(new PublishFailure.Damaged(
                    "The host no longer has the file " + path + ".", "Compare with the host again."));
        }
        return new ByteArrayInputStream(host.read(before, there));
    }

    @Override
    public synchronized Optional<String> writeIf(String path, String text, String expectedTag) {
        if (!tag(path).equals(expectedTag)) {
            return Optional.empty();
        }
        Bytes content = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        OutputFile record = OutputFile.of(path, "application/json", CacheControl.REVALIDATE, content);
        String tag = host.tag(record);
        stage(record, tag);
        return Optional.of(tag);
    }

    @Override
    public Optional<String> nameFor(String domain) {
        return host.nameFor(domain);
    }

    @Override
    public Optional<String> objection(String path) {
        return host.objection(path);
    }

    /// The lock is not held while the host works: what is sent may be read from the release before, by other threads.
    @Override
    public void commit(Progress progress, CancelToken cancel) {
        Draft draft = draft();
        if (!draft.sent().isEmpty() || !draft.gone().isEmpty()) {
            host.release(draft, progress, cancel);
        }
        forget();
    }

    @Override
    public String publicUrl(String path) {
        return host.publicUrl(path);
    }

    @Override
    public void close() {
        host.close();
    }

    private synchronized void stage(OutputFile file, String tag) {
        sent.put(file.path(), file);
        tags.put(file.path(), tag);
        gone.remove(file.path());
    }

    private String tag(String path) {
        String staged = tags.get(path);
        if (staged != null) {
            return staged;
        }
        return gone.contains(path)
                ? ""
                : Optional.ofNullable(seen().files().get(path))
                        .map(RemoteFile::tag)
                        .orElse("");
    }

    private Release seen() {
        Release release = seen;
        if (release == null) {
            release = host.live();
            seen = release;
        }
        return release;
    }

    private synchronized Draft draft() {
        return new Draft(seen(), sent, gone);
    }

    private synchronized void forget() {
        seen = null;
        sent.clear();
        tags.clear();
        gone.clear();
    }

    private static RemoteText text(byte[] content, String tag) {
        return new RemoteText(new String(content, StandardCharsets.UTF_8), tag);
    }
}
