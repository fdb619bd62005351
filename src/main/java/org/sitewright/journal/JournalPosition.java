package org.sitewright.journal;

/// A place in the chain: a change and the hash that seals it with all before.
///
/// @param sequence 0 before the first change
/// @param hash SHA-256 in lower-case hexadecimal; 64 zeros before the first change
public record JournalPosition(long sequence, String hash) {
    public static final JournalPosition START = new JournalPosition(0, "0".repeat(2 * Frame.HASH));

    public JournalPosition {
        if (sequence < 0 || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a place in the chain: " + sequence);
        }
    }
}
