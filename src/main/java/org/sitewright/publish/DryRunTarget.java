package org.sitewright.publish;

import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Reads from another target and changes nothing there. What would have been written is listed as if it were, so that
/// a whole publish can be tried.
public final class DryRunTarget implements PublishTarget {
    private final PublishTarget target;
    private final Clock clock;
    private final Map<String, Optional<RemoteFile>> changes = new ConcurrentSkipListMap<>();

    public DryRunTarget(PublishTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    @Override
    public String describe() {
        return target.describe() + " (dry run)";
    }

    @Override
    public Capabilities capabilities() {
        return target.capabilities();
    }

    @Override
    public Verdict test() {
        return target.test();
    }

    @Override
    public List<RemoteFile> list() {
        Map<String, RemoteFile> listed = new ConcurrentSkipListMap<>();
        target.list().forEach(file -> listed.put(file.path(), file));
        changes.forEach(
                (path, file) -> file.ifPresentOrElse(there -> listed.put(path, there), () -> listed.remove(path)));
        return List.copyOf(listed.values());
    }

    @Override
    public String put(OutputFile file) {
        String tag = target.expectedTag(file).orElse(file.sha256());
        changes.put(file.path(), Optional.of(new RemoteFile(file.path(), file.size(), tag, clock.instant())));
        return tag;
    }

    @Override
    public int requestsToPut(OutputFile file) {
        return target.requestsToPut(file);
    }

    @Override
    public InputStream open(String path) {
        return target.open(path);
    }

    @Override
    public String copy(RemoteFile from, OutputFile file) {
        return put(file);
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return target.expectedTag(file);
    }

    @Override
    public void delete(Collection<String> paths) {
        paths.forEach(path -> changes.put(path, Optional.empty()));
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return target.read(path);
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        return Optional.of(expectedTag);
    }

    @Override
    public Optional<String> nameFor(String domain) {
        return target.nameFor(domain);
    }

    @Override
    public Optional<String> objection(String path) {
        return target.objection(path);
    }

    @Override
    public void commit(Progress progress, CancelToken cancel) {
        // Nothing was staged.
    }

    @Override
    public String publicUrl(String path) {
        return target.publicUrl(path);
    }

    @Override
    public void close() {
        target.close();
    }
}
