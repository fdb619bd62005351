package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What differs between two lists that share their beginning and their end.
///
/// @param at where the difference begins
/// @param before what stands there in the first list
/// @param after what stands there in the second list
record Splice<T>(int at, List<T> before, List<T> after) {
    Splice {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// The shortest one. Objects are compared by identity first, so that lists which share most of it cost little.
    static <T> Splice<T> between(List<T> first, List<T> second) {
        int shorter = Math.min(first.size(), second.size());
        int at = 0;
        while (at < shorter && Objects.equals(first.get(at), second.get(at))) {
            at++;
        }
        int end = 0;
        while (end < shorter - at
                && Objects.equals(first.get(first.size() - 1 - end), second.get(second.size() - 1 - end))) {
            end++;
        }
        return new Splice<>(at, first.subList(at, first.size() - end), second.subList(at, second.size() - end));
    }

    /// The second list, from the first.
    List<T> forward(List<T> first) {
        return put(first, before.size(), after);
    }

    /// The first list, from the second.
    List<T> back(List<T> second) {
        return put(second, after.size(), before);
    }

    private List<T> put(List<T> list, int replaced, List<T> with) {
        if (replaced == 0 && with.isEmpty()) {
            return list;
        }
        List<T> changed = new ArrayList<>(list.size() - replaced + with.size());
        changed.addAll(list.subList(0, at));
        changed.addAll(with);
        changed.addAll(list.subList(at + replaced, list.size()));
        return changed;
    }
}
