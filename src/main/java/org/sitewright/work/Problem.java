package org.sitewright.work;

/// A fault that a person can do something about: what happened, what to do, and a stable code to quote.
/// Neither text ever holds a secret.
public class Problem extends RuntimeException {
    private final String code;
    private final String remedy;

    /// @param code short and stable, as `SW-S3-404`
    /// @param happened one sentence in the user's words
    /// @param remedy one sentence that says what to do now
    public Problem(String code, String happened, String remedy) {
        super(happened);
        this.code = code;
        this.remedy = remedy;
    }

    public Problem(String code, String happened, String remedy, Throwable cause) {
        super(happened, cause);
        this.code = code;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String happened() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
