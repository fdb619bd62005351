package org.sitewright.adapter.ftps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.TlsServer;
import org.sitewright.publish.PublishFailure;

class DataSocketTest {
    /// vsftpd takes no file on a connection that begins a session of its own.
    @Test
    void goesOnWithTheSessionOfThePortThatItNames() throws Exception {
        try (TlsServer server = TlsServer.start(new TlsServer.Shown("localhost", Duration.ofDays(30), false))) {
            FtpsTrust trust = new FtpsTrust(fingerprint(server), "localhost");
            SSLContext context = trust.context();
            byte[] control = session(context, server, 21);
            assertThat(session(context, server, 21)).isEqualTo(control);
            assertThat(session(context, server, 21)).isEqualTo(control);
            assertThat(session(context, server, 22)).isNotEqualTo(control);
            assertThat(session(trust.context(), server, 21))
                    .as("of another connection to the same server")
                    .isNotEqualTo(control);
        }
    }

    private static String fingerprint(TlsServer server) {
        FtpsTrust unknown = new FtpsTrust("", "localhost");
        assertThatThrownBy(() -> session(unknown.context(), server, 21)).isInstanceOf(SSLException.class);
        return ((PublishFailure.HostKey) unknown.refusal().orElseThrow()).fingerprint();
    }

    private static byte[] session(SSLContext context, TlsServer server, int port) throws Exception {
        Socket plain =
                new Socket(server.address().getAddress(), server.address().getPort());
        try (SSLSocket wrapped = (SSLSocket)
                context.getSocketFactory().createSocket(new DataSocket(plain, port), "localhost", port, true)) {
            wrapped.setEnabledProtocols(new String[] {FtpsConnection.USUAL});
            wrapped.startHandshake();
            return wrapped.getSession().getId();
        }
    }
}
