package org.sitewright.publish;

/// The two halves of a key pair. Its text form never shows the secret half.
public record AccessKey(String id, String secret) {
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
