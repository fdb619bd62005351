package org.sitewright.publish;

/// What is known of the certificate of a deployment's address.
public enum SslStatus {
    UNKNOWN,
    /// The address is not served by HTTPS.
    NONE,
    PENDING,
    ACTIVE,
    EXPIRED,
    FAILED
}
