package org.sitewright.adapter.ftps;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sitewright.publish.Capabilities;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.RemoteText;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;

/// A folder of a server. Tags are size and time of change, as the server tells no more; that of a record is the
/// SHA-256 of its text. FTP has no write on condition, so only one computer should publish.
public final class FtpsTarget implements PublishTarget {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final String ONE_COMPUTER =
            "FTP cannot tell two publishers apart, so publish from one computer only.";

    private final TargetSettings.Ftps settings;
    private final FtpsSessions sessions;
    private final FtpsFiles files;

    /// Makes no connection yet.
    public FtpsTarget(TargetSettings.Ftps settings, Credentials credentials) {
        this(settings, credentials, SILENCE);
    }

    /// @param silence how long a server is waited for that stands still
    FtpsTarget(TargetSettings.Ftps settings, Credentials credentials, Duration silence) {
        FtpsFailures failures = new FtpsFailures(settings);
        this.settings = settings;
        this.sessions = new FtpsSessions(settings, credentials, failures, silence);
        this.files = new FtpsFiles(settings.folder(), failures);
    }

    @Override
    public String describe() {
        return "the folder " + settings.folder() + " at " + settings.server().host();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, FtpsSessions.AT_ONCE);
    }

    @Override
    public Verdict test() {
        try {
            return sessions.run(connection -> {
                files.prepare(connection);
                String probe = RECORDS + "probe.txt";
                files.send(connection, probe, new ByteArrayInputStream(new byte[] {'1'}), 1, part(probe));
                files.send(connection, probe, new ByteArrayInputStream(new byte[] {'2'}), 1, part(probe));
                files.read(connection, probe);
                files.delete(connection, probe);
                return new Verdict.Ready(Support.NONE, List.of(ONE_COMPUTER));
            });
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    /// Folders of one depth are looked at side by side: a site has one for each page.
    @Override
    public List<RemoteFile> list() {
        files.forget();
        sessions.run(connection -> {
            files.prepare(connection);
            return files;
        });
        Map<String, RemoteFile> found = new ConcurrentSkipListMap<>();
        Collection<String> level = List.of("");
        while (!level.isEmpty()) {
            Collection<String> next = new ConcurrentLinkedQueue<>();
            Parallel.each(
                    level,
                    FtpsSessions.AT_ONCE,
                    new CancelToken(),
                    folder -> next.addAll(sessions.run(connection -> files.list(connection, folder, found))));
            level = next;
        }
        return List.copyOf(found.values());
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        return cancel.breakingOff(
                () -> put(file),
                () -> sessions.ifIdle(connection -> files.drop(connection, file.path(), part(file.path()))));
    }

    @Override
    public String put(OutputFile file) {
        return sessions.run(connection -> {
            files.prepare(connection);
            try (InputStream content = file.source().open()) {
                return files.send(connection, file.path(), content, file.size(), part(file.path()));
            }
        });
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.empty();
    }

    @Override
    public void delete(Collection<String> paths) {
        sessions.run(connection -> {
            for (String path : paths) {
                files.delete(connection, path);
            }
            return paths;
        });
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return sessions.run(connection -> {
            Optional<byte[]> content = files.read(connection, path);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            String tag = path.startsWith(RECORDS)
                    ? sha256(content.get())
                    : files.file(connection, path).map(RemoteFile::tag).orElse("");
            return Optional.of(new RemoteText(new String(content.get(), StandardCharsets.UTF_8), tag));
        });
    }

    @Override
    public InputStream open(String path) {
        return sessions.run(connection -> files.read(connection, path))
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new PublishProblem(new PublishFailure.Damaged(
                        "The host no longer has the file " + path + ".", "Compare with the host again.")));
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        return sessions.run(connection -> {
            files.prepare(connection);
            String there = files.read(connection, path).map(FtpsTarget::sha256).orElse("");
            if (!there.equals(expectedTag)) {
                return Optional.empty();
            }
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            files.send(connection, path, new ByteArrayInputStream(content), content.length, part(path));
            return Optional.of(sha256(content));
        });
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
        sessions.close();
    }

    /// The name of a half-sent file: the same for the same path, so that a rerun leaves no litter.
    private static String part(String path) {
        return sha256(path.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
