package org.sitewright.adapter.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// The sessions with a server: one connection, opened when first needed, that carries several at once. A session that
/// broke is thrown away, and with it a connection that broke.
final class SftpSessions implements AutoCloseable {
    /// Servers allow ten sessions on a connection by default (OpenSSH `MaxSessions`).
    static final int AT_ONCE = 6;

    static final int SILENCE_MILLIS = 30_000;

    private static final int CONNECT_MILLIS = 10_000;

    private final TargetSettings.Sftp settings;
    private final SftpSignIn signIn;
    private final HostKeys hostKeys;
    private final SftpFailures failures;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Deque<SFTPClient> idle = new ArrayDeque<>();
    private @Nullable SSHClient connection;

    /// Work in a session.
    @FunctionalInterface
    interface Work<T> {
        T in(SFTPClient session) throws IOException;
    }

    SftpSessions(TargetSettings.Sftp settings, SftpSignIn signIn, Path knownHosts, SftpFailures failures) {
        this.settings = settings;
        this.signIn = signIn;
        this.hostKeys = new HostKeys(settings.hostKey(), knownHosts);
        this.failures = failures;
    }

    <T> T run(Work<T> work) {
        places.acquireUninterruptibly();
        try {
            SFTPClient session = take();
            boolean whole = false;
            try {
                T result = work.in(session);
                whole = true;
                return result;
            } catch (SFTPException answer) {
                // When the server said no, the session itself is in order.
                whole = answer.getStatusCode() != Response.StatusCode.UNKNOWN;
                throw answer;
            } finally {
                giveBack(session, whole);
            }
        } catch (PublishProblem | CancellationException told) {
            throw told;
        } catch (IOException fault) {
            throw failures.of(fault, hostKeys.refusal().orElse(null));
        } catch (IndexOutOfBoundsException | IllegalStateException cut) {
            // What the library throws when a packet ends in the middle.
            throw failures.of(new IOException("it was cut", cut), null);
        } finally {
            places.release();
        }
    }

    @Override
    public synchronized void close() {
        idle.clear();
        SSHClient open = connection;
        connection = null;
        if (open != null) {
            quietly(open);
        }
    }

    private synchronized SFTPClient take() throws IOException {
        SFTPClient free = idle.poll();
        if (free != null) {
            return free;
        }
        SSHClient open = connection;
        if (open == null || !open.isConnected() || !open.isAuthenticated()) {
            open = connect();
            connection = open;
        }
        SFTPClient session = open.newSFTPClient();
        session.getSFTPEngine().setTimeoutMs(SILENCE_MILLIS);
        return session;
    }

    private synchronized void giveBack(SFTPClient session, boolean whole) {
        if (whole) {
            idle.push(session);
            return;
        }
        quietly(session);
        SSHClient open = connection;
        if (open != null && !open.isConnected()) {
            idle.clear();
            connection = null;
        }
    }

    private SSHClient connect() throws IOException {
        SSHClient client = new SSHClient();
        boolean good = false;
        try {
            client.addHostKeyVerifier(hostKeys);
            client.setConnectTimeout(CONNECT_MILLIS);
            client.setTimeout(SILENCE_MILLIS);
            client.connect(settings.server().host(), settings.server().port());
            signIn.with(client);
            good = true;
            return client;
        } finally {
            if (!good) {
                quietly(client);
            }
        }
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception broken) {
            // It was thrown away because it is broken.
            return;
        }
    }
}
