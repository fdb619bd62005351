package org.sitewright.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.RichText;
import org.sitewright.site.Value;

/// Makes content from elsewhere fit the schema of a section kind: rich text is cleaned, values of another type and
/// fields that the kind does not have are left out, lists are cut to their length and their entries get ids of their
/// own.
public final class ContentCheck {
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ITEMS = 500;

    private final Ids ids;

    public ContentCheck(Ids ids) {
        this.ids = ids;
    }

    /// What of the content fits a schema.
    public Fields fit(Fields content, List<Field> schema) {
        Map<String, Value> kept = new LinkedHashMap<>();
        for (Field field : schema) {
            content.get(field.name())
                    .flatMap(value -> fit(value, field))
                    .ifPresent(value -> kept.put(field.name(), value));
        }
        return new Fields(kept);
    }

    /// Content of a kind that is not known: kept whole, with any text made harmless in either reading.
    public Fields unknown(Fields content) {
        Map<String, Value> kept = new LinkedHashMap<>();
        content.values()
                .forEach((name, value) -> kept.put(
                        name,
                        switch (value) {
                            case Value.Text text -> harmless(text);
                            case Value.Items list ->
                                new Value.Items(list.items().stream()
                                        .limit(MOST_ITEMS)
                                        .map(item -> new Value.Item(ids.nextItem(), unknown(item.fields())))
                                        .toList());
                            case Value.Decimal other -> other;
                            case Value.Flag other -> other;
                            case Value.Image other -> other;
                            case Value.Link other -> other;
                            case Value.FormRef other -> other;
                        }));
        return new Fields(kept);
    }

    private Optional<Value> fit(Value value, Field field) {
        return switch (field.type()) {
            case FieldType.PlainText type -> text(value);
            case FieldType.Choice type -> text(value);
            case FieldType.ColorRole type -> text(value);
            case FieldType.Day type -> text(value);
            case FieldType.Form type -> Optional.of(value).filter(Value.FormRef.class::isInstance);
            case FieldType.RichText type -> rich(value, type.inline());
            case FieldType.Picture type -> Optional.of(value).filter(Value.Image.class::isInstance);
            case FieldType.Link type -> Optional.of(value).filter(Value.Link.class::isInstance);
            case FieldType.Toggle type -> Optional.of(value).filter(Value.Flag.class::isInstance);
            case FieldType.Decimal type -> Optional.of(value).filter(Value.Decimal.class::isInstance);
            case FieldType.ListOf type ->
                value instanceof Value.Items list ? items(list, type, field) : Optional.empty();
        };
    }

    private Optional<Value> items(Value.Items list, FieldType.ListOf type, Field field) {
        int most = field.max() > 0 ? Math.min(field.max(), MOST_ITEMS) : MOST_ITEMS;
        List<Value.Item> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Value.Item item : list.items()) {
            if (kept.size() < most && seen.add(item.id())) {
                kept.add(new Value.Item(ids.nextItem(), fit(item.fields(), type.fields())));
            }
        }
        return Optional.of(new Value.Items(kept));
    }

    private static Optional<Value> text(Value value) {
        return Optional.of(value)
                .filter(each -> each instanceof Value.Text text && text.text().length() <= LONGEST_TEXT);
    }

    private static Optional<Value> rich(Value value, boolean inline) {
        return value instanceof Value.Text text && text.text().length() <= LONGEST_TEXT
                ? Optional.of(new Value.Text(inline ? RichText.inline(text.text()) : RichText.block(text.text())))
                : Optional.empty();
    }

    private static Value.Text harmless(Value.Text text) {
        return text.text().indexOf('<') < 0 ? text : new Value.Text(RichText.block(text.text()));
    }
}
