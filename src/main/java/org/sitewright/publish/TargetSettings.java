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
    /// @param delivery the way to the bucket and on to visitors
    record S3(
            String endpoint,
            String region,
            String bucket,
            String prefix,
            boolean pathStyle,
            String publicUrl,
            Support support,
            Delivery delivery)
            implements TargetSettings {
        public S3 {
            prefix = prefix.replaceAll("^/+|/+$", "");
        }

        /// A bucket that visitors reach without a network before it, sent to as fast as the line allows.
        public S3(
                String endpoint,
                String region,
                String bucket,
                String prefix,
                boolean pathStyle,
                String publicUrl,
                Support support) {
            this(endpoint, region, bucket, prefix, pathStyle, publicUrl, support, Delivery.PLAIN);
        }

        public S3 with(Support found) {
            return new S3(endpoint, region, bucket, prefix, pathStyle, publicUrl, found, delivery);
        }

        public S3 with(Delivery changed) {
            return new S3(endpoint, region, bucket, prefix, pathStyle, publicUrl, support, changed);
        }

        @Override
        public Hosting hosting() {
            return endpoint.isEmpty() ? Hosting.AWS : Hosting.CUSTOM;
        }
    }

    /// How files travel to a bucket and on to visitors.
    ///
    /// @param bytesPerSecond how fast files may be sent; 0 for no limit
    /// @param distribution the id of the CloudFront distribution before the bucket; empty when there is none
    record Delivery(long bytesPerSecond, String distribution) {
        public static final Delivery PLAIN = new Delivery(0, "");

        public Delivery {
            if (bytesPerSecond < 0) {
                throw new IllegalArgumentException("a speed below nothing: " + bytesPerSecond);
            }
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
