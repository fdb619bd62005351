package org.sitewright.app.cli;

/// How the command line tells other programs what became of it.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_HERE = 3;
    static final int REFUSED = 4;
    static final int CANCELLED = 130;

    private ExitCode() {}
}
