package org.sitewright.render;

/// How long a visitor's browser may keep a file (RFC 9111, RFC 8246).
public enum CacheControl {
    /// The name carries a hash of the content, so the file never changes: kept for a year without asking.
    IMMUTABLE("public, max-age=31536000, immutable"),
    /// The same name may get other content: the browser asks each time whether it changed.
    REVALIDATE("no-cache");

    private final String header;

    CacheControl(String header) {
        this.header = header;
    }

    /// The value of the `Cache-Control` header.
    public String header() {
        return header;
    }
}
