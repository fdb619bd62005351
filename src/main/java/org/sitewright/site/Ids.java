package org.sitewright.site;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes new ids from an injected source of randomness, so that tests can be exact.
public final class Ids {
    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /// A version 4 UUID (RFC 9562).
    public UUID next() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// A short id for an item of a list, unique within any list a person could make: 12 hexadecimal digits.
    public String nextItem() {
        return String.format("i%011x", random.nextLong() >>> 20);
    }
}
