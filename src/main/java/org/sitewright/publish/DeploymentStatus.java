package org.sitewright.publish;

/// Where a deployment stands.
public enum DeploymentStatus {
    /// Made, nothing sent yet.
    PENDING,
    PUBLISHING,
    COMPLETED,
    /// Ended by a fault or cancelled; what visitors see is whole all the same.
    FAILED
}
