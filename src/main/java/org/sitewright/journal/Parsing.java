package org.sitewright.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;

/// Understands many records on every core there is: that takes longer than reading them.
final class Parsing {
    private Parsing() {}

    static List<JournalEvent> all(List<Frame> frames, Function<byte[], JournalEvent> parse) {
        AtomicReferenceArray<JournalEvent> events = new AtomicReferenceArray<>(frames.size());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            places.add(i);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        Parallel.each(
                places,
                cores,
                new CancelToken(),
                place -> events.set(place, parse.apply(frames.get(place).payload())));
        List<JournalEvent> all = new ArrayList<>();
        places.forEach(place -> all.add(Objects.requireNonNull(events.get(place))));
        return all;
    }
}
