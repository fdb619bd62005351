package org.sitewright.adapter.ftps;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;

/// Decides whether a server is the one that was meant: this computer trusts its certificate, or it is the one that was
/// accepted.
final class FtpsTrust {
    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    private final String accepted;
    private final String host;
    private volatile @Nullable PublishFailure refusal;

    /// @param accepted as `SHA256:…`; empty to ask this computer
    FtpsTrust(String accepted, String host) {
        this.accepted = accepted;
        this.host = host;
    }

    /// Why the last server was refused.
    Optional<PublishFailure> refusal() {
        return Optional.ofNullable(refusal);
    }

    /// Sessions of TLS 1.2 are gone on with by their number, not by a ticket: vsftpd gives tickets without an end,
    /// which Java throws away, since a ticket may last a week. Java looks for this where a context is made.
    SSLContext context() {
        System.setProperty(TICKETS, "false");
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Checked(system())}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has TLS", broken);
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException | CertificateException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static X509TrustManager system() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new NoSuchAlgorithmException("no trust store");
    }

    private final class Checked implements X509TrustManager {
        private final X509TrustManager system;

        Checked(X509TrustManager system) {
            this.system = system;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            String shown = fingerprint(chain[0]);
            if (!accepted.isEmpty()) {
                if (!shown.equals(accepted)) {
                    refusal = new PublishFailure.HostKey(
                            "The server " + host + " shows another certificate than the accepted one: " + shown
                                    + ". Nothing was sent.",
                            "Certificates are renewed now and then. Ask your host; if it was, take the old one out of"
                                    + " the target's settings and test the connection again.",
                            shown,
                            true);
                    throw new CertificateException("not the accepted certificate");
                }
                return;
            }
            try {
                system.checkServerTrusted(chain, authType);
            } catch (CertificateException untrusted) {
                refusal = new PublishFailure.HostKey(
                        "This computer does not trust the certificate of " + host + " ("
                                + chain[0].getSubjectX500Principal().getName() + "). It is " + shown + ".",
                        "Compare it with what your host tells you, then accept it. It is checked each time after that.",
                        shown,
                        false);
                throw untrusted;
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return system.getAcceptedIssuers();
        }
    }
}
