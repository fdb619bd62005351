package org.sitewright.adapter.web;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Whether a certificate is for a host, as RFC 9525 says: by its alternative names only, where `*.` stands for exactly
/// one label.
final class CertificateNames {
    private static final int DNS_NAME = 2;

    private CertificateNames() {}

    static boolean matches(String host, X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .anyMatch(name -> matches(host.toLowerCase(Locale.ROOT), name));
        } catch (CertificateParsingException broken) {
            return false;
        }
    }

    private static boolean matches(String host, String name) {
        int dot = host.indexOf('.');
        return name.equals(host)
                || (name.startsWith("*.") && dot > 0 && host.substring(dot).equals(name.substring(1)));
    }
}
