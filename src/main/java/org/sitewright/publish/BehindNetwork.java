package org.sitewright.publish;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A target that visitors reach through a network of caches.
public final class BehindNetwork implements PublishTarget {
    private final PublishTarget target;
    private final DeliveryNetwork network;

    public BehindNetwork(PublishTarget target, DeliveryNetwork network) {
        this.target = target;
        this.network = network;
    }

    @Override
    public String describe() {
        return target.describe();
    }

    @Override
    public Capabilities capabilities() {
        return target.capabilities();
    }

    /// Publishing works without the network, so what it refuses is a warning.
    @Override
    public Verdict test() {
        return switch (target.test()) {
            case Verdict.Refused refused -> refused;
            case Verdict.Ready ready -> {
                List<String> warnings = new ArrayList<>(ready.warnings());
                if (network.test() instanceof Verdict.Refused(PublishFailure failure)) {
                    warnings.add(failure.happened() + " " + failure.remedy());
                }
                yield new Verdict.Ready(ready.support(), warnings);
            }
        };
    }

    @Override
    public Optional<DeliveryNetwork> network() {
        return Optional.of(network);
    }

    @Override
    public List<RemoteFile> list() {
        return target.list();
    }

    @Override
    public String put(OutputFile file) {
        return target.put(file);
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        return target.put(file, cancel);
    }

    @Override
    public String copy(RemoteFile from, OutputFile file) {
        return target.copy(from, file);
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
    public Optional<String> expectedTag(OutputFile file) {
        return target.expectedTag(file);
    }

    @Override
    public void delete(Collection<String> paths) {
        target.delete(paths);
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return target.read(path);
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        return target.writeIf(path, text, expectedTag);
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
