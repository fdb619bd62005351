package org.sitewright.ui.publish;

/// Hosts that speak the protocol of Amazon S3, with what each documents of itself. What stands in angle brackets the
/// user fills in.
enum S3Host {
    /// <https://developers.cloudflare.com/r2/api/s3/api/>
    R2("Cloudflare R2", "https://<account id>.r2.cloudflarestorage.com", "auto"),
    /// <https://www.backblaze.com/docs/cloud-storage-s3-compatible-api>
    B2("Backblaze B2", "https://s3.eu-central-003.backblazeb2.com", "eu-central-003"),
    /// <https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabi-s-different-storage-regions>
    WASABI("Wasabi", "https://s3.eu-central-1.wasabisys.com", "eu-central-1"),
    /// <https://docs.min.io>: a server of one's own
    MINIO("MinIO", "http://localhost:9000", "us-east-1");

    private final String label;
    private final String endpoint;
    private final String region;

    S3Host(String label, String endpoint, String region) {
        this.label = label;
        this.endpoint = endpoint;
        this.region = region;
    }

    String label() {
        return label;
    }

    String endpoint() {
        return endpoint;
    }

    String region() {
        return region;
    }
}
