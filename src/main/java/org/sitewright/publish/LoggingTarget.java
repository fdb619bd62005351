package org.sitewright.publish;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what another target is asked into the program's log: paths and sizes, never content or secrets.
public final class LoggingTarget implements PublishTarget {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingTarget.class);

    private final PublishTarget target;

    public LoggingTarget(PublishTarget target) {
        this.target = target;
    }

    @Override
    public String describe() {
        return target.describe();
    }

    @Override
    public Capabilities capabilities() {
        return target.capabilities();
    }

    @Override
    public Verdict test() {
        Verdict verdict = target.test();
        switch (verdict) {
            case Verdict.Ready ready -> LOG.info("{}: ready, {}", describe(), ready.support());
            case Verdict.Refused refused ->
                LOG.info("{}: refused, {}", describe(), refused.failure().code());
        }
        return verdict;
    }

    @Override
    public List<RemoteFile> list() {
        List<RemoteFile> files = target.list();
        LOG.debug("{}: lists {} files", describe(), files.size());
        return files;
    }

    @Override
    public String put(OutputFile file) {
        String tag = target.put(file);
        LOG.debug("{}: took {}, {} bytes", describe(), file.path(), file.size());
        return tag;
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        String tag = target.put(file, cancel);
        LOG.debug("{}: took {}, {} bytes", describe(), file.path(), file.size());
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
        String tag = target.copy(from, file);
        LOG.debug("{}: copied {} to {}", describe(), from.path(), file.path());
        return tag;
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return target.expectedTag(file);
    }

    @Override
    public void delete(Collection<String> paths) {
        target.delete(paths);
        LOG.info("{}: removed {}", describe(), paths);
    }

    @Override
    public Optional<DeliveryNetwork> network() {
        return target.network();
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return target.read(path);
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        Optional<String> tag = target.writeIf(path, text, expectedTag);
        LOG.debug("{}: {} {}", describe(), path, tag.isPresent() ? "written" : "was changed meanwhile");
        return tag;
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
        target.commit(progress, cancel);
        LOG.debug("{}: what was staged is live", describe());
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
