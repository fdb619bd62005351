package org.sitewright.adapter.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.sitewright.publish.PublishTarget;

/// A file that only one can make, held while a record is compared and written. Who finds it there is told that the
/// record is being changed. One that is older than a minute by the server's own clock was left behind by a publisher
/// that died, and is removed.
final class SftpLock {
    private static final String NAME = PublishTarget.RECORDS + SftpFiles.PART_PREFIX + "lock";
    private static final String CLOCK = PublishTarget.RECORDS + SftpFiles.PART_PREFIX + "clock";
    private static final long STALE_SECONDS = 60;

    private final SftpFiles files;

    /// Work while the lock is held.
    @FunctionalInterface
    interface Work {
        Optional<String> run() throws IOException;
    }

    SftpLock(SftpFiles files) {
        this.files = files;
    }

    Optional<String> hold(SFTPClient session, Work work) throws IOException {
        files.makeFolders(session, PublishTarget.RECORDS.replace("/", ""));
        if (!take(session)) {
            if (!isStale(session)) {
                return Optional.empty();
            }
            files.delete(session, NAME);
            if (!take(session)) {
                return Optional.empty();
            }
        }
        try {
            return work.run();
        } finally {
            session.rm(files.at(NAME));
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
        return now - there.getMtime() > STALE_SECONDS;
    }
}
