package org.sitewright.journal;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The journal could not be read or written. After a failed append nothing of it is left, and the next may succeed.
public final class JournalFault extends UncheckedIOException {
    public JournalFault(String message, IOException cause) {
        super(message, cause);
    }
}
