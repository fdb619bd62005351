package org.sitewright.site;

/// Names the bytes of a picture or file by their SHA-256, as 64 lower-case hexadecimal digits.
public record MediaId(String sha256) {
    public MediaId {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
