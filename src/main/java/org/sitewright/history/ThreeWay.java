package org.sitewright.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Decides between two values that came from one: whoever changed it wins, and where both did, that is a conflict.
final class ThreeWay {
    private final Set<String> theirs;
    private final boolean hasBase;
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();

    /// @param theirs the keys of the conflicts that the other copy wins
    /// @param hasBase false when it is not known what both came from: whatever differs is a conflict then
    ThreeWay(Set<String> theirs, boolean hasBase) {
        this.theirs = Set.copyOf(theirs);
        this.hasBase = hasBase;
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts.values());
    }

    /// What is said of a thing that one copy has and the other has not.
    String state(boolean there) {
        return hasBase ? there ? "Changed" : "Deleted" : there ? "There" : "Not there";
    }

    /// What is known of a value beside it.
    ///
    /// @param words says a value
    record About<T>(String key, String where, Function<T, String> words) {}

    <T> T pick(T base, T mine, T other, About<T> about) {
        if (Objects.equals(mine, other) || (hasBase && Objects.equals(other, base))) {
            return mine;
        }
        if (hasBase && Objects.equals(mine, base)) {
            return other;
        }
        conflicts.put(
                about.key(),
                new Conflict(
                        about.key(),
                        about.where(),
                        about.words().apply(mine),
                        about.words().apply(other)));
        return theirs.contains(about.key()) ? other : mine;
    }

    /// Things by name: each is decided alone; what one side took away and the other changed is a conflict.
    <K, V> Map<K, V> maps(Map<K, V> base, Map<K, V> mine, Map<K, V> other, Function<K, About<Optional<V>>> about) {
        Set<K> keys = new LinkedHashSet<>(mine.keySet());
        keys.addAll(other.keySet());
        Map<K, V> merged = new LinkedHashMap<>();
        for (K key : keys) {
            Optional<V> picked = pick(
                    Optional.ofNullable(base.get(key)),
                    Optional.ofNullable(mine.get(key)),
                    Optional.ofNullable(other.get(key)),
                    about.apply(key));
            picked.ifPresent(value -> merged.put(key, value));
        }
        return merged;
    }

    /// The order of what is kept: that of whoever changed the order, each other thing behind what it stood behind.
    static <K> List<K> order(List<K> base, List<K> mine, List<K> other, Set<K> kept) {
        List<K> common = base.stream()
                .filter(key -> mine.contains(key) && other.contains(key))
                .toList();
        List<K> mineOfCommon = mine.stream().filter(common::contains).toList();
        boolean mineMoved = !mineOfCommon.equals(common);
        List<K> lead = mineMoved ? mine : other;
        List<K> follow = mineMoved ? other : mine;
        List<K> order = new ArrayList<>(lead);
        for (int i = 0; i < follow.size(); i++) {
            K key = follow.get(i);
            if (!order.contains(key)) {
                int at = 0;
                for (int before = i - 1; before >= 0; before--) {
                    int found = order.indexOf(follow.get(before));
                    if (found >= 0) {
                        at = found + 1;
                        break;
                    }
                }
                order.add(at, key);
            }
        }
        order.removeIf(key -> !kept.contains(key));
        kept.stream().filter(key -> !order.contains(key)).forEach(order::add);
        return order;
    }
}
