package org.sitewright.backup;

import java.util.function.Supplier;
import org.sitewright.blob.BlobProblem;

/// Reads an object anew, from its beginning, when the connection breaks in the middle of it.
final class Tries {
    private static final int MOST = 3;

    private Tries() {}

    static <T> T of(Supplier<T> reading) {
        for (int tried = 1; ; tried++) {
            try {
                return reading.get();
            } catch (BlobProblem broken) {
                if (broken.kind() != BlobProblem.Kind.NETWORK || tried == MOST) {
                    throw broken;
                }
            }
        }
    }
}
