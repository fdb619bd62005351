package org.sitewright.journal;

import java.util.HexFormat;

/// One record as it lies on the disk, to be carried elsewhere and back without a change.
///
/// @param hash the SHA-256 of the hash before it, followed by the payload
/// @param payload one line of JSON in UTF-8
public record JournalRecord(long sequence, String hash, byte[] payload) {
    /// The record that follows a place with this payload.
    ///
    /// @throws IllegalArgumentException when the payload is no record, or not the next one
    public static JournalRecord after(JournalPosition before, byte[] payload) {
        long sequence = EventJson.parse(payload).sequence();
        if (sequence != before.sequence() + 1) {
            throw new IllegalArgumentException("change " + sequence + " follows change " + before.sequence());
        }
        byte[] hash = Frame.chain(HexFormat.of().parseHex(before.hash()), payload);
        return new JournalRecord(sequence, Journal.hex(hash), payload);
    }

    public JournalPosition position() {
        return new JournalPosition(sequence, hash);
    }

    /// @throws IllegalArgumentException when the payload is no record
    public JournalEvent event() {
        return EventJson.parse(payload);
    }

    /// The sequence of a payload.
    ///
    /// @throws IllegalArgumentException when it is no record
    public static long sequenceOf(byte[] payload) {
        return EventJson.parse(payload).sequence();
    }

    /// @throws IllegalArgumentException when it is no record
    public static JournalEvent parse(byte[] payload) {
        return EventJson.parse(payload);
    }
}
