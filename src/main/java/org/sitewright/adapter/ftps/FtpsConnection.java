package org.sitewright.adapter.ftps;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.TargetSettings.Server;
import org.sitewright.work.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to a server: TLS is asked for before anything else is said, and the data connections are encrypted
/// too. They go on with the TLS session of the connection itself, which many servers demand as proof that both come
/// from the same client.
final class FtpsConnection extends FTPSClient {
    private static final Logger LOG = LoggerFactory.getLogger(FtpsConnection.class);
    private static final int CONNECT_MILLIS = 10_000;
    /// A session of TLS 1.2 can be gone on with as often as there are files. Those of 1.3 are used up by one each, and
    /// a connection that only sends never reads the next.
    static final String USUAL = "TLSv1.2";

    /// For servers that speak nothing older.
    static final String NEWER = "TLSv1.3";
    /// What fits into the buffers on the way is gone before a server could refuse to read it.
    private static final long BUFFERED = 65_536;

    private final SSLContext context;
    private final Server server;
    private final Duration silence;
    private final String protocol;
    private volatile @Nullable Socket data;

    /// @param silence how long a server is waited for that says nothing, or takes nothing of a file
    /// @param protocol as [#USUAL]
    FtpsConnection(SSLContext context, Server server, boolean checkName, Duration silence, String protocol) {
        super(false, context);
        this.protocol = protocol;
        this.context = context;
        this.server = server;
        this.silence = silence;
        setEnabledProtocols(new String[] {protocol});
        setEndpointCheckingEnabled(checkName);
        setConnectTimeout(CONNECT_MILLIS);
        setDefaultTimeout((int) silence.toMillis());
        setDataTimeout(silence);
        setControlEncoding(StandardCharsets.UTF_8);
        setRemoteVerificationEnabled(true);
    }

    /// @return whether the server took the user and the password
    boolean open(String password) throws IOException {
        connect(server.host(), server.port());
        setTcpNoDelay(true);
        if (!FTPReply.isPositiveCompletion(getReplyCode())) {
            throw new IOException("the server answers " + getReplyString().strip());
        }
        if (!login(server.user(), password)) {
            return false;
        }
        execPBSZ(0);
        execPROT("P");
        // The data connections are made plain first and wrapped below.
        setSocketFactory(null);
        sendCommand("OPTS", "UTF8 ON");
        setFileType(FTP.BINARY_FILE_TYPE);
        enterLocalPassiveMode();
        setUseEPSVwithIPv4(true);
        return true;
    }

    /// Sends a file. No time limit of a socket holds for what is written to it, so it is looked after from beside.
    ///
    /// @return whether the server took it
    boolean store(String path, InputStream content, long size) throws IOException {
        if (size <= BUFFERED) {
            return storeFile(path, content);
        }
        AtomicLong last = new AtomicLong(System.nanoTime());
        AtomicBoolean silent = new AtomicBoolean();
        InputStream watched = new FilterInputStream(content) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                last.set(System.nanoTime());
                return super.read(into, offset, length);
            }
        };
        Runnable look = () -> {
            if (System.nanoTime() - last.get() > silence.toNanos()) {
                silent.set(true);
                endTransfer();
            }
        };
        Recurring watch =
                Recurring.every(silence.dividedBy(5), FtpsConnection::broken).start(look);
        try {
            return storeFile(path, watched);
        } catch (IOException ended) {
            if (silent.get()) {
                throw new IOException("the server took nothing for " + silence.toSeconds() + " seconds", ended);
            }
            throw ended;
        } finally {
            watch.close();
        }
    }

    private void endTransfer() {
        try {
            Socket open = data;
            if (open != null) {
                open.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void broken(RuntimeException fault) {
        LOG.debug("The connection for a file was closed late", fault);
    }

    /// What is under way for a file ends too.
    @Override
    public void disconnect() throws IOException {
        Socket open = data;
        data = null;
        if (open != null) {
            open.close();
        }
        super.disconnect();
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket plain = super._openDataConnection_(command, argument);
        if (plain == null || plain instanceof SSLSocket) {
            data = plain;
            return plain;
        }
        data = plain;
        plain.setTcpNoDelay(true);
        // Named as the connection itself, so that its session is found and gone on with.
        SSLSocket wrapped = (SSLSocket) context.getSocketFactory()
                .createSocket(new DataSocket(plain, server.port()), server.host(), server.port(), true);
        wrapped.setEnabledProtocols(new String[] {protocol});
        wrapped.setUseClientMode(true);
        wrapped.startHandshake();
        return wrapped;
    }
}
