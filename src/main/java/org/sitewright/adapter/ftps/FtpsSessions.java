package org.sitewright.adapter.ftps;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLException;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// The connections with a server, a few at once, each for one piece of work at a time. One that broke is thrown away.
final class FtpsSessions implements AutoCloseable {
    /// Many hosts allow five connections of a user.
    static final int AT_ONCE = 4;

    private final TargetSettings.Ftps settings;
    private final Credentials credentials;
    private final FtpsFailures failures;
    private final FtpsTrust trust;
    private final Duration silence;
    private volatile String protocol = FtpsConnection.USUAL;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Deque<FtpsConnection> idle = new ArrayDeque<>();

    /// Work on a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(FtpsConnection connection) throws IOException;
    }

    FtpsSessions(TargetSettings.Ftps settings, Credentials credentials, FtpsFailures failures, Duration silence) {
        this.settings = settings;
        this.credentials = credentials;
        this.failures = failures;
        this.silence = silence;
        this.trust = new FtpsTrust(settings.certificate(), settings.server().host());
    }

    <T> T run(Work<T> work) {
        places.acquireUninterruptibly();
        try {
            FtpsConnection connection = take();
            boolean whole = false;
            try {
                T result = work.on(connection);
                whole = true;
                return result;
            } finally {
                giveBack(connection, whole);
            }
        } catch (PublishProblem told) {
            throw told;
        } catch (IOException fault) {
            throw failures.of(fault, trust.refusal().orElse(null));
        } finally {
            places.release();
        }
    }

    /// Work that is not worth a new connection: done where one is open and free.
    void ifIdle(Work<?> work) {
        FtpsConnection free;
        synchronized (this) {
            free = idle.poll();
        }
        if (free == null) {
            return;
        }
        boolean whole = false;
        try {
            work.on(free);
            whole = true;
        } catch (IOException fault) {
            throw failures.of(fault, null);
        } finally {
            giveBack(free, whole);
        }
    }

    @Override
    public synchronized void close() {
        idle.forEach(FtpsSessions::quietly);
        idle.clear();
    }

    private FtpsConnection take() throws IOException {
        synchronized (this) {
            FtpsConnection free = idle.poll();
            if (free != null) {
                return free;
            }
        }
        try {
            return open(protocol);
        } catch (SSLException refused) {
            if (protocol.equals(FtpsConnection.NEWER) || trust.refusal().isPresent()) {
                throw refused;
            }
            FtpsConnection newer = open(FtpsConnection.NEWER);
            protocol = FtpsConnection.NEWER;
            return newer;
        }
    }

    private FtpsConnection open(String spoken) throws IOException {
        // A context of its own, so that its data connections find the session of no other connection.
        FtpsConnection made = new FtpsConnection(
                trust.context(), settings.server(), settings.certificate().isEmpty(), silence, spoken);
        boolean good = false;
        try {
            if (!made.open(credentials.accessKey().secret())) {
                throw failures.signIn();
            }
            good = true;
            return made;
        } finally {
            if (!good) {
                quietly(made);
            }
        }
    }

    private synchronized void giveBack(FtpsConnection connection, boolean whole) {
        if (whole) {
            idle.push(connection);
        } else {
            quietly(connection);
        }
    }

    private static void quietly(FtpsConnection connection) {
        try {
            connection.disconnect();
        } catch (IOException broken) {
            // It was thrown away because it is broken.
            return;
        }
    }
}
