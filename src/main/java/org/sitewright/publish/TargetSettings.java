package org.sitewright.publish;

import java.nio.file.Path;

/// What a target needs to be reached, without its secrets.
public sealed interface TargetSettings {
    /// Where visitors find what is published, as `https://example.org/`; empty when there is no such address.
    String publicUrl();

    Hosting hosting();

    /// A folder of this computer.
    record Folder(Path folder, String publicUrl) implements TargetSettings {
        @Override
        public Hosting hosting() {
            return Hosting.CUSTOM;
        }
    }

    /// A bucket of Amazon S3 or of a host that speaks its protocol.
    ///
    /// @param endpoint the host's address; empty for Amazon itself
    /// @param region as `eu-central-1`; `auto` or `us-east-1` where the host has none
    /// @param prefix a folder inside the bucket, as `site`; empty for the whole bucket
    /// @param pathStyle whether the bucket stands in the path rather than in the host name
    /// @param support what the connection test found the host to do
    record S3(
            String endpoint,
            String region,
            String bucket,
            String prefix,
            boolean pathStyle,
            String publicUrl,
            Support support)
            implements TargetSettings {
        public S3 {
            prefix = prefix.replaceAll("^/+|/+$", "");
        }

        @Override
        public Hosting hosting() {
            return endpoint.isEmpty() ? Hosting.AWS : Hosting.CUSTOM;
        }
    }

    /// What a host can do.
    ///
    /// @param conditionalWrites whether it refuses a write when the object is not as expected, so that of two
    ///     publishers one wins
    /// @param checksums whether it checks the SHA-256 that is sent with an object
    record Support(boolean conditionalWrites, boolean checksums) {
        public static final Support FULL = new Support(true, true);
    }
}
