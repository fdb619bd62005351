package org.sitewright.publish;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sitewright.render.OutputFile;

/// A place in memory. Its tags are the SHA-256 of the content.
public final class MemoryTarget implements PublishTarget {
    private final Map<String, Stored> files = new ConcurrentSkipListMap<>();
    private final Clock clock;

    private record Stored(String content, RemoteFile file) {}

    public MemoryTarget(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String describe() {
        return "memory";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, 16);
    }

    @Override
    public Verdict test() {
        return new Verdict.Ready(TargetSettings.Support.FULL, List.of());
    }

    @Override
    public List<RemoteFile> list() {
        return files.values().stream().map(Stored::file).toList();
    }

    @Override
    public String put(OutputFile file) {
        return store(file.path(), new String(file.source().all(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.of(file.sha256());
    }

    @Override
    public void delete(Collection<String> paths) {
        paths.forEach(files::remove);
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return Optional.ofNullable(files.get(path))
                .map(stored -> new RemoteText(
                        new String(stored.content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        stored.file.tag()));
    }

    @Override
    public InputStream open(String path) {
        Stored stored = files.get(path);
        if (stored == null) {
            throw new PublishProblem(
                    new PublishFailure.Damaged("There is no file " + path + ".", "Compare with the host again."));
        }
        return new ByteArrayInputStream(stored.content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public synchronized Optional<String> writeIf(String path, String text, String expectedTag) {
        String tag = Optional.ofNullable(files.get(path))
                .map(stored -> stored.file.tag())
                .orElse("");
        if (!tag.equals(expectedTag)) {
            return Optional.empty();
        }
        return Optional.of(store(path, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    @Override
    public String publicUrl(String path) {
        return "";
    }

    @Override
    public void close() {
        // What is in memory stays as long as this object.
    }

    private String store(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        String tag = sha256(bytes);
        files.put(path, new Stored(content, new RemoteFile(path, bytes.length, tag, clock.instant())));
        return tag;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
