package org.sitewright.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Walks all segments and notes everything that does not follow from what came before.
final class ChainCheck {
    private final List<String> places = new ArrayList<>();
    private byte[] hash;
    private long sequence;
    private long events;

    ChainCheck(JournalPosition origin) {
        hash = HexFormat.of().parseHex(origin.hash());
        sequence = origin.sequence();
    }

    JournalVerdict check(List<Journal.Extent> segments) throws IOException {
        for (Journal.Extent segment : segments) {
            byte[] bytes = Files.readAllBytes(segment.file());
            boolean grown = bytes.length > segment.size();
            check(segment.name(), Segment.read(grown ? Arrays.copyOf(bytes, Math.toIntExact(segment.size())) : bytes));
        }
        return places.isEmpty()
                ? new JournalVerdict.Whole(events, sequence, Journal.hex(hash))
                : new JournalVerdict.Damaged(places);
    }

    private void check(String name, Segment segment) {
        if (!segment.headerWhole()) {
            places.add(name + ": its first bytes are damaged");
        } else if (segment.firstSequence() != sequence + 1 || !Arrays.equals(segment.previousHash(), hash)) {
            places.add(name + ": begins at change " + segment.firstSequence() + ", not where the file before it ended ("
                    + sequence + ")");
            sequence = segment.firstSequence() - 1;
            hash = segment.previousHash();
        }
        for (Segment.Gap gap : segment.gaps()) {
            places.add(name + ": cannot be read from byte " + gap.from() + " to " + gap.to());
        }
        segment.frames().forEach(frame -> check(name, frame));
    }

    private void check(String name, Frame frame) {
        long found = EventJson.parse(frame.payload()).sequence();
        if (found != sequence + 1) {
            places.add(name + ": change " + found + " follows change " + sequence);
        } else if (!Arrays.equals(Frame.chain(hash, frame.payload()), frame.hash())) {
            places.add(name + ": change " + found + " was altered after it was written");
        }
        sequence = found;
        hash = frame.hash();
        events++;
    }
}
