package org.sitewright.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.fixture.TlsServer;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.address.SeenCertificate;

class ShownCertificateTest {
    private static final String HOST = "www.aurora.example";
    private static final Duration LONG = Duration.ofDays(20);

    @Test
    void acceptsWhatBrowsersAccept() throws IOException {
        SeenCertificate seen = look(new TlsServer.Shown(HOST, LONG, true));
        assertThat(seen.status()).as(seen.trouble()).isEqualTo(SslStatus.ACTIVE);
        assertThat(seen.issuer()).isEqualTo("Loaf Authority");
        assertThat(seen.chain()).containsExactly(HOST, "Loaf Authority");
        assertThat(seen.expires())
                .asInstanceOf(InstanceOfAssertFactories.INSTANT)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(19)), Instant.now().plus(LONG));
    }

    @Test
    void tellsOneThatHasEnded() throws IOException {
        assertThat(look(new TlsServer.Shown(HOST, Duration.ofDays(-1), true)).status())
                .isEqualTo(SslStatus.EXPIRED);
    }

    @Test
    void tellsOneThatNobodySigned() throws IOException {
        SeenCertificate seen = look(new TlsServer.Shown(HOST, LONG, false));
        assertThat(seen.status()).isEqualTo(SslStatus.FAILED);
        assertThat(seen.trouble()).contains("signed by nobody");
    }

    @Test
    void trustsNoAuthorityThatBrowsersDoNotKnow() throws IOException {
        try (TlsServer server = TlsServer.start(new TlsServer.Shown(HOST, LONG, true))) {
            SeenCertificate seen = new ShownCertificate(
                            Optional.empty(), (host, port) -> server.address(), Clock.systemUTC())
                    .look(HOST, 443);
            assertThat(seen.status()).isEqualTo(SslStatus.FAILED);
            assertThat(seen.trouble()).contains("no authority");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*.aurora.example, ACTIVE",
        "aurora.example, FAILED",
        "*.example, FAILED",
        "www.other.example, FAILED",
        "*.www.aurora.example, FAILED"
    })
    void isForTheNameOnly(String name, SslStatus status) throws IOException {
        assertThat(look(new TlsServer.Shown(name, LONG, true)).status()).isEqualTo(status);
    }

    @Test
    void tellsWhereNobodyAnswersByHttps() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), closed.getLocalPort());
        }
        SeenCertificate seen =
                new ShownCertificate(Optional.empty(), (host, port) -> nobody, Clock.systemUTC()).look(HOST, 443);
        assertThat(seen.status()).isEqualTo(SslStatus.NONE);
    }

    private static SeenCertificate look(TlsServer.Shown shown) throws IOException {
        try (TlsServer server = TlsServer.start(shown)) {
            return new ShownCertificate(
                            Optional.of(server.trusted()), (host, port) -> server.address(), Clock.systemUTC())
                    .look(HOST, 443);
        }
    }
}
