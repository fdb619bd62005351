package org.sitewright.adapter.ftps;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.TargetSettings.Server;

/// One connection to a server: TLS is asked for before anything else is said, and the data connections are encrypted
/// too. They go on with the TLS session of the connection itself, which many servers demand as proof that both come
/// from the same client.
final class FtpsConnection extends FTPSClient {
    private static final int CONNECT_MILLIS = 10_000;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final SSLContext context;
    private final Server server;
    private @Nullable Socket data;

    FtpsConnection(SSLContext context, Server server, boolean checkName) {
        super(false, context);
        this.context = context;
        this.server = server;
        setEndpointCheckingEnabled(checkName);
        setConnectTimeout(CONNECT_MILLIS);
        setDefaultTimeout((int) SILENCE.toMillis());
        setDataTimeout(SILENCE);
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
        SSLSocket wrapped =
                (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        wrapped.setUseClientMode(true);
        wrapped.startHandshake();
        return wrapped;
    }
}
