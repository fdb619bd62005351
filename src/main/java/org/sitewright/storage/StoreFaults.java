package org.sitewright.storage;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sitewright.work.DiskFull;
import org.sitewright.work.Problem;

/// Faults of the disk and the database in words for the person at the screen.
final class StoreFaults {
    private static final int TOO_LONG = 22001;
    private static final int UNIQUE = 23505;
    private static final int ALREADY_OPEN = 90020;
    private static final int CLOSED = 90098;
    private static final int CORRUPTED = 90030;
    // What H2 says of a mistake within itself, as when a page of its file is not what it should be.
    private static final int GENERAL = 50000;

    private StoreFaults() {}

    /// The fault itself when it is a [Problem] or a mistake of ours, else a problem that says what to do.
    static RuntimeException translate(RuntimeException fault) {
        if (fault instanceof Problem) {
            return fault;
        }
        if (isDiskFull(fault)) {
            return new Problem(
                    DiskFull.CODE,
                    "The disk is full, so the last change was not saved. Everything before it is safe.",
                    "Free some space, then make the change again.",
                    fault);
        }
        SQLException sql = cause(fault, SQLException.class);
        if (sql != null && sql.getErrorCode() == TOO_LONG) {
            return new Problem(
                    "SW-TOO-LONG",
                    "A name, address or description is too long to be saved.",
                    "Shorten it: descriptions hold up to 100,000 characters.",
                    fault);
        }
        if (isCorrupted(fault)) {
            return new Problem(
                    "SW-DB-DAMAGED",
                    "The database file is damaged.",
                    "Close Sitewright and start it again: it rebuilds the database from its journal.",
                    fault);
        }
        if (sql == null && cause(fault, IOException.class) == null) {
            return fault;
        }
        return new Problem(
                "SW-STORE",
                "The last change could not be saved: the data folder cannot be read or written.",
                "Check that its disk is connected and that you may write to it, then make the change again.",
                fault);
    }

    /// A fault that H2 does not see itself.
    static SQLException damaged(String why) {
        return new SQLException(why, null, CORRUPTED);
    }

    static boolean isUnique(RuntimeException fault) {
        SQLException sql = cause(fault, SQLException.class);
        return sql != null && sql.getErrorCode() == UNIQUE;
    }

    static boolean isAlreadyOpen(Throwable fault) {
        SQLException sql = cause(fault, SQLException.class);
        return sql != null && sql.getErrorCode() == ALREADY_OPEN;
    }

    static boolean isCorrupted(Throwable fault) {
        SQLException sql = cause(fault, SQLException.class);
        return sql != null && (sql.getErrorCode() == CORRUPTED || sql.getErrorCode() == GENERAL);
    }

    /// Whether H2 has given the open file up.
    static boolean isClosed(Throwable fault) {
        SQLException sql = cause(fault, SQLException.class);
        return sql != null
                && (sql.getErrorCode() == CLOSED
                        || String.valueOf(sql.getMessage()).contains("is closed"));
    }

    static boolean isOfAnotherVersion(Throwable fault) {
        return cause(fault, Database.Newer.class) != null;
    }

    static boolean isDiskFull(Throwable fault) {
        return DiskFull.isCause(fault);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable fault, Class<T> type) {
        T found = null;
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                found = type.cast(at);
            }
        }
        return found;
    }
}
