package org.sitewright.publish;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Records what a target is asked to do, and can fail or look around at any step.
public class WatchedTarget implements PublishTarget {
    private final PublishTarget target;
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private Consumer<String> before = step -> {};

    public WatchedTarget(PublishTarget target) {
        this.target = target;
    }

    /// Called on the working thread before each step, as `put index.html`.
    public WatchedTarget before(Consumer<String> look) {
        before = look;
        return this;
    }

    /// The steps that change something, in the order in which they ended.
    public List<String> steps() {
        return List.copyOf(steps);
    }

    public List<String> puts() {
        return steps().stream()
                .filter(step -> step.startsWith("put "))
                .map(step -> step.substring(4))
                .toList();
    }

    /// The most files that were under way at one moment.
    public int mostAtOnce() {
        return most.get();
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
        return target.test();
    }

    @Override
    public List<RemoteFile> list() {
        return around("list", target::list);
    }

    @Override
    public String put(OutputFile file) {
        return put(file, new CancelToken());
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            String verb = file.path().startsWith(RECORDS) ? "keep " : "put ";
            String tag = around(verb + file.path(), () -> target.put(file, cancel));
            steps.add(verb + file.path());
            return tag;
        } finally {
            now.decrementAndGet();
        }
    }

    @Override
    public String copy(RemoteFile from, OutputFile file) {
        String verb = file.path().startsWith(RECORDS) ? "keep " : "copy ";
        String tag = around(verb + file.path(), () -> target.copy(from, file));
        steps.add(verb + file.path());
        return tag;
    }

    @Override
    public InputStream open(String path) {
        return around("open " + path, () -> target.open(path));
    }

    @Override
    public Optional<DeliveryNetwork> network() {
        return target.network();
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return target.expectedTag(file);
    }

    @Override
    public void delete(Collection<String> paths) {
        around("delete", () -> {
            target.delete(paths);
            return paths;
        });
        paths.forEach(path -> steps.add("delete " + path));
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return around("read " + path, () -> target.read(path));
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        Optional<String> tag = around("write " + path, () -> target.writeIf(path, text, expectedTag));
        steps.add("write " + path);
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
        around("commit", () -> {
            target.commit(progress, cancel);
            return cancel;
        });
        steps.add("commit");
    }

    @Override
    public String publicUrl(String path) {
        return target.publicUrl(path);
    }

    @Override
    public void close() {
        target.close();
    }

    /// Does what was asked; a test may break it here.
    protected <T> T around(String step, Supplier<T> work) {
        before.accept(step);
        return work.get();
    }
}
