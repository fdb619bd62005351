package org.sitewright.blob;

import org.sitewright.work.Problem;

/// A place could not be used, in words for the person.
public final class BlobProblem extends Problem {
    private final Kind kind;

    /// What stands in the way.
    public enum Kind {
        /// The name is not there.
        MISSING,
        /// The bucket or folder is not there.
        MISSING_PLACE,
        AUTHENTICATION,
        /// The keys are right but may not do this.
        FORBIDDEN,
        NETWORK,
        /// No more room.
        QUOTA,
        /// Something other than what was sent arrived.
        DAMAGED,
        OTHER
    }

    public BlobProblem(Kind kind, String code, String happened, String remedy) {
        super(code, happened, remedy);
        this.kind = kind;
    }

    public BlobProblem(Kind kind, String code, String happened, String remedy, Throwable cause) {
        super(code, happened, remedy, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public static BlobProblem missing(String name) {
        return new BlobProblem(
                Kind.MISSING,
                "SW-BLOB-404",
                "“" + name + "” is not there.",
                "Check the backups; what is damaged there can be sent again from this computer.");
    }
}
