package org.sitewright.publish;

/// What is known of the content delivery network before a deployment's host.
public enum CdnStatus {
    UNKNOWN,
    /// Visitors are served by the host itself.
    NONE,
    /// Old copies are being dropped.
    REFRESHING,
    ACTIVE,
    FAILED
}
