package org.sitewright.media;

/// Thrown while a picture's structure is read: it ends too early, or is not what the format allows.
final class MalformedPicture extends RuntimeException {
    private final boolean truncated;

    private MalformedPicture(String what, boolean truncated) {
        super(what);
        this.truncated = truncated;
    }

    static MalformedPicture cut() {
        return new MalformedPicture("ends too early", true);
    }

    static MalformedPicture wrong(String what) {
        return new MalformedPicture(what, false);
    }

    boolean truncated() {
        return truncated;
    }
}
