package org.sitewright.adapter.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.publish.Capabilities;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
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
/// SHA-256 of its text. A record is written under a lock file, so that of two publishers one is refused.
public final class SftpTarget implements PublishTarget {
    private final TargetSettings.Sftp settings;
    private final SftpFailures failures;
    private final SftpSessions sessions;
    private final SftpFiles files;
    private final SftpLock lock;

    /// Makes no connection yet.
    ///
    /// @param knownHosts the user's own list of servers and their keys, which may be missing
    public SftpTarget(TargetSettings.Sftp settings, Credentials credentials, Path knownHosts, SshAgent agent) {
        this(settings, credentials, knownHosts, agent, SftpLock.STALE);
    }

    /// @param stale how old a lock is that was left behind
    SftpTarget(TargetSettings.Sftp settings, Credentials credentials, Path knownHosts, SshAgent agent, Duration stale) {
        this.settings = settings;
        this.failures = new SftpFailures(settings);
        this.sessions = new SftpSessions(settings, new SftpSignIn(settings, credentials, agent), knownHosts, failures);
        this.files = new SftpFiles(settings.folder());
        this.lock = new SftpLock(files, stale);
    }

    @Override
    public String describe() {
        return "the folder " + files.root() + " at " + settings.server().host();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, SftpSessions.AT_ONCE);
    }

    @Override
    public Verdict test() {
        try {
            boolean atOnce = sessions.run(session -> {
                prepare(session);
                String probe = RECORDS + "probe.txt";
                files.send(session, probe, new ByteArrayInputStream(new byte[] {'1'}), part(probe));
                files.send(session, probe, new ByteArrayInputStream(new byte[] {'2'}), part(probe));
                files.read(session, probe);
                files.delete(session, probe);
                return SftpFiles.replacesAtOnce(session);
            });
            return new Verdict.Ready(
                    Support.NONE,
                    atOnce
                            ? List.of()
                            : List.of("The server cannot put a file in the place of another in one step: for a moment"
                                    + " a page that is replaced is missing."));
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    /// Folders of one depth are looked at side by side: a site has one for each page.
    @Override
    public List<RemoteFile> list() {
        files.forget();
        sessions.run(session -> {
            prepare(session);
            return files;
        });
        Map<String, RemoteFile> found = new ConcurrentSkipListMap<>();
        Collection<String> level = List.of("");
        while (!level.isEmpty()) {
            Collection<String> next = new ConcurrentLinkedQueue<>();
            Parallel.each(
                    level,
                    SftpSessions.AT_ONCE,
                    new CancelToken(),
                    folder -> next.addAll(sessions.run(session -> files.list(session, folder, found))));
            level = next;
        }
        return List.copyOf(found.values());
    }

    /// Breaking off may end the connection with what else was under way on it, all of which is no longer wanted either.
    @Override
    public String put(OutputFile file, CancelToken cancel) {
        return cancel.breakingOff(() -> put(file));
    }

    @Override
    public String put(OutputFile file) {
        return sessions.run(session -> {
            prepare(session);
            try (InputStream content = file.source().open()) {
                return SftpFiles.tag(files.send(session, file.path(), content, part(file.path())));
            }
        });
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.empty();
    }

    @Override
    public void delete(Collection<String> paths) {
        sessions.run(session -> {
            for (String path : paths) {
                files.delete(session, path);
            }
            return paths;
        });
    }

    @Override
    public Optional<RemoteText> read(String path) {
        return sessions.run(session -> read(session, path));
    }

    @Override
    public InputStream open(String path) {
        return new ByteArrayInputStream(sessions.run(session -> files.read(session, path)));
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        return sessions.run(session -> {
            prepare(session);
            return lock.hold(session, () -> {
                String there = read(session, path).map(RemoteText::tag).orElse("");
                if (!there.equals(expectedTag)) {
                    return Optional.empty();
                }
                byte[] content = text.getBytes(StandardCharsets.UTF_8);
                files.send(session, path, new ByteArrayInputStream(content), part(path));
                return Optional.of(sha256(content));
            });
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

    private void prepare(SFTPClient session) throws IOException {
        if (!files.prepare(session)) {
            throw failures.missing();
        }
    }

    private Optional<RemoteText> read(SFTPClient session, String path) throws IOException {
        try {
            byte[] content = files.read(session, path);
            String tag = path.startsWith(RECORDS) ? sha256(content) : SftpFiles.tag(session.stat(files.at(path)));
            return Optional.of(new RemoteText(new String(content, StandardCharsets.UTF_8), tag));
        } catch (SFTPException answer) {
            if (SftpFiles.isMissing(answer)) {
                return Optional.empty();
            }
            throw answer;
        }
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
