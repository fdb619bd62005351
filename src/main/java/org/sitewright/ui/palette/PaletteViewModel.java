package org.sitewright.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewright.ui.palette.Fuzzy.Match;
import org.sitewright.ui.palette.PaletteEntry.Group;

/// What is found for what was typed, in groups, and which of it is chosen.
final class PaletteViewModel {
    private static final int IN_GROUP = 6;
    private static final int REMEMBERED = 12;
    private static final int SHOWN_RECENT = 5;

    private final Map<String, PaletteEntry> entries = new LinkedHashMap<>();
    private final List<String> recent = new ArrayList<>();
    private List<Row> rows = List.of();
    private String query = "";
    private int chosen = -1;

    /// A line of the list.
    sealed interface Row {
        record Heading(String words) implements Row {}

        record Hit(PaletteEntry entry, Match label, Match detail) implements Row {}
    }

    private record Found(Row.Hit hit, int score) {}

    /// Begins anew, knowing what was chosen before.
    void open() {
        entries.clear();
        search("");
    }

    void add(List<PaletteEntry> more) {
        String before = chosen().map(PaletteEntry::id).orElse("");
        boolean first = chosen < 0 || chosen == firstHit();
        more.forEach(entry -> entries.put(entry.id(), entry));
        refresh();
        if (!first) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Row.Hit hit && hit.entry().id().equals(before)) {
                    chosen = i;
                }
            }
        }
    }

    /// `>` at the beginning looks for things to do only, `@` for pages and sections only.
    void search(String typed) {
        query = typed;
        refresh();
    }

    List<Row> rows() {
        return rows;
    }

    /// The row of what is chosen; -1 when nothing was found.
    int at() {
        return chosen;
    }

    Optional<PaletteEntry> chosen() {
        return chosen >= 0 && rows.get(chosen) instanceof Row.Hit hit ? Optional.of(hit.entry()) : Optional.empty();
    }

    void choose(int row) {
        if (row >= 0 && row < rows.size() && rows.get(row) instanceof Row.Hit) {
            chosen = row;
        }
    }

    /// To the next (1) or previous (-1) thing, round and round.
    void move(int by) {
        if (chosen < 0) {
            return;
        }
        do {
            chosen = Math.floorMod(chosen + by, rows.size());
        } while (rows.get(chosen) instanceof Row.Heading);
    }

    void remember(PaletteEntry entry) {
        recent.remove(entry.id());
        recent.addFirst(entry.id());
        while (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
    }

    private void refresh() {
        boolean only = query.startsWith(">") || query.startsWith("@");
        Fuzzy fuzzy = Fuzzy.of(only ? query.substring(1) : query);
        rows = fuzzy.isEmpty() ? everything() : found(fuzzy);
        chosen = firstHit();
    }

    private int firstHit() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Hit) {
                return i;
            }
        }
        return -1;
    }

    private boolean wanted(Group group) {
        return switch (query.isEmpty() ? ' ' : query.charAt(0)) {
            case '>' -> group == Group.ACTION || group == Group.INSERT || group == Group.COLOR;
            case '@' -> group == Group.PAGE;
            default -> true;
        };
    }

    private List<Row> everything() {
        List<Row> all = new ArrayList<>();
        Set<String> told = new HashSet<>();
        List<PaletteEntry> known = recent.stream()
                .filter(entries::containsKey)
                .map(id -> entries.getOrDefault(id, entries.values().iterator().next()))
                .filter(entry -> wanted(entry.group()))
                .limit(SHOWN_RECENT)
                .toList();
        if (!known.isEmpty()) {
            all.add(new Row.Heading("Recent"));
            known.forEach(entry -> {
                told.add(entry.id());
                all.add(new Row.Hit(entry, Match.NONE, Match.NONE));
            });
        }
        boolean one = query.length() == 1;
        for (Group group : Group.values()) {
            List<PaletteEntry> of = entries.values().stream()
                    .filter(entry -> entry.group() == group && wanted(group) && !told.contains(entry.id()))
                    .limit(one ? 40 : IN_GROUP)
                    .toList();
            if (!of.isEmpty()) {
                all.add(new Row.Heading(group.label()));
                of.forEach(entry -> all.add(new Row.Hit(entry, Match.NONE, Match.NONE)));
            }
        }
        return all;
    }

    private List<Row> found(Fuzzy fuzzy) {
        List<Found> all = new ArrayList<>();
        for (PaletteEntry entry : entries.values()) {
            if (wanted(entry.group())) {
                rate(fuzzy, entry).ifPresent(all::add);
            }
        }
        // Stable, so that what is alike keeps the order in which it was given.
        all.sort(Comparator.comparingInt(Found::score).reversed());
        List<Row> list = new ArrayList<>();
        if (all.isEmpty()) {
            return list;
        }
        list.add(new Row.Heading("Best match"));
        list.add(all.getFirst().hit());
        Map<Group, List<Row>> groups = new EnumMap<>(Group.class);
        List<Group> order = new ArrayList<>();
        for (Found each : all.subList(1, all.size())) {
            Group group = each.hit().entry().group();
            List<Row> of = groups.computeIfAbsent(group, name -> new ArrayList<>());
            if (of.isEmpty()) {
                order.add(group);
            }
            if (of.size() < IN_GROUP) {
                of.add(each.hit());
            }
        }
        order.forEach(group -> {
            list.add(new Row.Heading(group.label()));
            list.addAll(groups.getOrDefault(group, List.of()));
        });
        return list;
    }

    private Optional<Found> rate(Fuzzy fuzzy, PaletteEntry entry) {
        PaletteEntry.Words words = entry.words();
        int place = recent.indexOf(entry.id());
        int known = place < 0 ? 0 : 60 - 4 * place;
        Optional<Match> label = fuzzy.inPlain(words.plainLabel());
        if (label.isPresent()) {
            Match match = label.get();
            return Optional.of(new Found(new Row.Hit(entry, match, Match.NONE), match.score() + known));
        }
        Optional<Match> detail = fuzzy.inPlain(words.plainDetail());
        if (detail.isPresent()) {
            Match match = detail.get();
            return Optional.of(new Found(new Row.Hit(entry, Match.NONE, match), match.score() / 2 + known));
        }
        if (!fuzzy.hasSeveral()) {
            return Optional.empty();
        }
        // Words may be spread over both.
        return fuzzy.inPlain(words.plainLabel() + " " + words.plainDetail())
                .map(match -> new Found(new Row.Hit(entry, Match.NONE, Match.NONE), match.score() / 3 + known));
    }
}
