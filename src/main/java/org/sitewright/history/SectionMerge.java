package org.sitewright.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sitewright.history.ThreeWay.About;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Section;
import org.sitewright.site.Value;

/// Merges one section field by field; lists whose entries have ids, entry by entry.
final class SectionMerge {
    private final ThreeWay ways;
    private final SiteWords words;
    private final ValueWords values;

    SectionMerge(ThreeWay ways, SiteWords words, ValueWords values) {
        this.ways = ways;
        this.words = words;
        this.values = values;
    }

    /// @param base empty when both copies made it
    /// @param place as " on Home"
    Section merge(Optional<Section> base, Section mine, Section other, String place) {
        Section from = base.orElse(new Section(mine.id(), "", "", Fields.EMPTY, "", false));
        String of = " of " + words.section(mine) + place;
        String key = "section/" + mine.id() + "/";
        Fields content = fields(key + "content", "", from.content(), mine.content(), other.content(), mine, of);
        return new Section(
                mine.id(),
                ways.pick(from.kind(), mine.kind(), other.kind(), text(key + "kind", "Kind" + of)),
                ways.pick(from.variant(), mine.variant(), other.variant(), text(key + "variant", "Layout" + of)),
                content,
                ways.pick(from.anchor(), mine.anchor(), other.anchor(), text(key + "anchor", "Anchor" + of)),
                ways.pick(
                        from.hidden(),
                        mine.hidden(),
                        other.hidden(),
                        new About<>(key + "hidden", "Visibility" + of, hidden -> hidden ? "Hidden" : "Shown")),
                ways.pick(
                        from.style(),
                        mine.style(),
                        other.style(),
                        new About<>(
                                key + "style",
                                "Style" + of,
                                style -> PartWords.style(
                                        style, style.equals(mine.style()) ? other.style() : mine.style()))));
    }

    private static About<String> text(String key, String where) {
        return new About<>(key, where, Function.identity());
    }

    private Fields fields(String key, String path, Fields base, Fields mine, Fields other, Section section, String of) {
        Set<String> names = new LinkedHashSet<>(mine.values().keySet());
        names.addAll(other.values().keySet());
        Map<String, Value> merged = new LinkedHashMap<>();
        for (String name : names) {
            String here = key + "/" + name;
            String inside = path.isEmpty() ? name : path + "." + name;
            if (mine.get(name).orElse(null) instanceof Value.Items my
                    && other.get(name).orElse(null) instanceof Value.Items their
                    && hasIds(my)
                    && hasIds(their)
                    && !my.equals(their)) {
                merged.put(name, items(here, inside, base.items(name), my.items(), their.items(), section, of));
                continue;
            }
            String where = words.field(section, path(inside)) + of;
            ways.pick(base.get(name), mine.get(name), other.get(name), new About<>(here, where, this::say))
                    .ifPresent(value -> merged.put(name, value));
        }
        return new Fields(merged);
    }

    private String say(Optional<Value> value) {
        return value.map(values::of).orElse("");
    }

    /// Names of fields may hold anything; a path has no empty steps.
    private static FieldPath path(String text) {
        List<String> steps = new ArrayList<>();
        for (String step : text.split("\\.", -1)) {
            steps.add(step.isBlank() ? "field" : step);
        }
        return new FieldPath(steps);
    }

    private Value.Items items(
            String key,
            String path,
            List<Value.Item> base,
            List<Value.Item> mine,
            List<Value.Item> other,
            Section section,
            String of) {
        Map<String, Value.Item> bases = byId(base);
        Map<String, Value.Item> mines = byId(mine);
        Map<String, Value.Item> others = byId(other);
        Map<String, Value.Item> merged = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>(mines.keySet());
        ids.addAll(others.keySet());
        for (String id : ids) {
            Value.Item my = mines.get(id);
            Value.Item their = others.get(id);
            if (my != null && their != null) {
                Fields from = bases.containsKey(id) ? bases.get(id).fields() : Fields.EMPTY;
                Fields both = fields(key + "/" + id, path + "." + id, from, my.fields(), their.fields(), section, of);
                merged.put(id, new Value.Item(id, both));
                continue;
            }
            About<Optional<Value.Item>> about =
                    new About<>(key + "/" + id, "Entry" + of, item -> item.map(values::title)
                            .orElse("Deleted"));
            ways.pick(Optional.ofNullable(bases.get(id)), Optional.ofNullable(my), Optional.ofNullable(their), about)
                    .ifPresent(item -> merged.put(id, item));
        }
        List<String> order = ThreeWay.order(
                List.copyOf(bases.keySet()),
                List.copyOf(mines.keySet()),
                List.copyOf(others.keySet()),
                new LinkedHashSet<>(merged.keySet()));
        List<Value.Item> ordered = new ArrayList<>();
        order.forEach(id -> Optional.ofNullable(merged.get(id)).ifPresent(ordered::add));
        return new Value.Items(ordered);
    }

    private static Map<String, Value.Item> byId(List<Value.Item> items) {
        Map<String, Value.Item> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.putIfAbsent(item.id(), item));
        return byId;
    }

    private static boolean hasIds(Value.Items items) {
        Set<String> seen = new HashSet<>();
        return items.items().stream().allMatch(item -> !item.id().isBlank() && seen.add(item.id()));
    }
}
