package org.sitewright.adapter.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.PublishTarget;

/// A file that only one can make, held while a record is compared and written. Who finds it there waits: it is held for
/// a few requests only. One that is older than any request may take, by the server's own clock, was left behind by a
/// publisher whose connection broke, and is removed.
final class SftpLock {
    /// As long as a session waits for an answer.
    static final Duration STALE = Duration.ofMillis(SftpSessions.SILENCE_MILLIS);

    private static final String NAME = PublishTarget.RECORDS + SftpFiles.PART_PREFIX + "lock";
    private static final String CLOCK = PublishTarget.RECORDS + SftpFiles.PART_PREFIX + "clock";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /// The server's clock tells whole seconds.
    private static final Duration SPARE = Duration.ofSeconds(3);

    private final SftpFiles files;
    private final Duration stale;

    /// Work while the lock is held.
    @FunctionalInterface
    interface Work {
        Optional<String> run() throws IOException;
    }

    SftpLock(SftpFiles files, Duration stale) {
        this.files = files;
        this.stale = stale;
    }

    /// @return what the work says; empty when others held the lock all the time
    Optional<String> hold(SFTPClient session, Work work) throws IOException {
        files.makeFolders(session, PublishTarget.RECORDS.replace("/", ""));
        long looks = 1 + stale.plus(SPARE).dividedBy(BETWEEN_LOOKS);
        while (!take(session)) {
            if (looks-- == 0) {
                return Optional.empty();
            }
            if (isStale(session)) {
                release(session);
            } else {
                Pause.SLEEP.of(BETWEEN_LOOKS);
            }
        }
        try {
            return work.run();
        } finally {
            release(session);
        }
    }

    private void release(SFTPClient session) throws IOException {
        try {
            session.rm(files.at(NAME));
        } catch (SFTPException answer) {
            if (!SftpFiles.isMissing(answer)) {
                throw answer;
            }
        }
    }

    private boolean take(SFTPClient session) throws IOException {
        try {
            session.open(files.at(NAME), EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.EXCL))
                    .close();
            return true;
        } catch (SFTPException answer) {
            if (session.statExistence(files.at(NAME)) != null) {
                return false;
            }
            throw answer;
        }
    }

    private boolean isStale(SFTPClient session) throws IOException {
        FileAttributes there = session.statExistence(files.at(NAME));
        if (there == null) {
            return true;
        }
        files.write(
                session,
                files.at(CLOCK),
                new ByteArrayInputStream(new byte[] {'1'}),
                EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.TRUNC));
        long now = session.stat(files.at(CLOCK)).getMtime();
        session.rm(files.at(CLOCK));
        return now - there.getMtime() > stale.toSeconds();
    }
}
