package org.sitewright.adapter.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.address.SeenCertificate;

/// Shakes hands with a host by TLS (RFC 8446), and judges what it shows as a browser would. Nothing is sent.
final class ShownCertificate {
    private static final int PATIENCE_MILLIS = 8_000;

    private final Optional<KeyStore> trusted;
    private final Route route;
    private final Clock clock;

    /// Where a host is reached.
    @FunctionalInterface
    interface Route {
        InetSocketAddress to(String host, int port);
    }

    /// @param trusted authorities to trust; empty for those of the Java runtime
    ShownCertificate(Optional<KeyStore> trusted, Route route, Clock clock) {
        this.trusted = trusted;
        this.route = route;
        this.clock = clock;
    }

    SeenCertificate look(String host, int port) {
        Judge judge = new Judge(host);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge}, null);
            handshake(context, host, port);
        } catch (ConnectException | NoRouteToHostException closed) {
            return SeenCertificate.none(SslStatus.NONE, "nobody answers by HTTPS");
        } catch (SocketTimeoutException silent) {
            return SeenCertificate.none(SslStatus.NONE, "nobody answers by HTTPS in time");
        } catch (UnknownHostException unknown) {
            return SeenCertificate.none(SslStatus.UNKNOWN, "this computer does not find the host");
        } catch (SSLException plain) {
            if (judge.chain.isEmpty()) {
                return SeenCertificate.none(SslStatus.FAILED, "the host does not shake hands by TLS for this name");
            }
        } catch (IOException broken) {
            if (judge.chain.isEmpty()) {
                return SeenCertificate.none(SslStatus.UNKNOWN, "the connection broke");
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has TLS", missing);
        }
        return judge.verdict();
    }

    private void handshake(SSLContext context, String host, int port) throws IOException {
        try (Socket plain = new Socket()) {
            InetSocketAddress at = route.to(host, port);
            if (at.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            plain.connect(at, PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(host)));
                secured.setSSLParameters(parameters);
                secured.startHandshake();
            }
        }
    }

    /// Notes what is shown and lets it pass, so that a bad certificate can be told from none.
    private final class Judge extends X509ExtendedTrustManager {
        private final String host;
        private List<X509Certificate> chain = List.of();
        private String trouble = "";

        Judge(String host) {
            this.host = host;
        }

        SeenCertificate verdict() {
            X509Certificate own = chain.getFirst();
            Instant expires = own.getNotAfter().toInstant();
            boolean ended = expires.isBefore(clock.instant());
            SslStatus status = ended ? SslStatus.EXPIRED : trouble.isEmpty() ? SslStatus.ACTIVE : SslStatus.FAILED;
            List<String> names = new ArrayList<>();
            chain.forEach(each -> names.add(name(each.getSubjectX500Principal())));
            return new SeenCertificate(
                    status, name(own.getIssuerX500Principal()), expires, names, ended ? "it has ended" : trouble);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
            chain = List.of(shown);
            if (!CertificateNames.matches(host, shown[0])) {
                trouble = "it is for another name";
                return;
            }
            try {
                authorities().checkServerTrusted(shown, authType);
            } catch (CertificateException refused) {
                trouble = shown.length == 1
                                && shown[0].getIssuerX500Principal().equals(shown[0].getSubjectX500Principal())
                        ? "it was signed by nobody but itself"
                        : "no authority that browsers know has signed it, or a certificate between is missing";
            }
        }

        private X509ExtendedTrustManager authorities() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(trusted.orElse(null));
                return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("every Java has authorities to trust", missing);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
            throw new UnsupportedOperationException("only sockets are used");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType) {
            throw new UnsupportedOperationException("only sockets are used");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, @Nullable Socket socket) {
            throw new UnsupportedOperationException("nobody signs in");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, @Nullable SSLEngine engine) {
            throw new UnsupportedOperationException("nobody signs in");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType) {
            throw new UnsupportedOperationException("nobody signs in");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /// The organisation of a name, or its common name, as a person would call it.
    private static String name(X500Principal principal) {
        try {
            List<Rdn> parts = new LdapName(principal.getName()).getRdns();
            return part(parts, "O").or(() -> part(parts, "CN")).orElse(principal.getName());
        } catch (InvalidNameException odd) {
            return principal.getName();
        }
    }

    private static Optional<String> part(List<Rdn> parts, String type) {
        return parts.stream()
                .filter(part -> part.getType().toUpperCase(Locale.ROOT).equals(type))
                .map(part -> String.valueOf(part.getValue()))
                .findFirst();
    }
}
