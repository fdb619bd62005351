package org.sitewright.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.Value;
import org.sitewright.text.Html;

/// What a template sees of a section: maps, lists, text and numbers only, each field as its schema says.
final class SectionModel {
    /// The path of a list item's fields, under which `edit(item, "label")` finds it.
    static final String PATH = "_path";

    /// What a link is set to that was taken away.
    private static final LinkTarget NO_LINK = new LinkTarget.ToAnchor("");

    private SectionModel() {}

    /// @param links gives a rich text the addresses that its links have on the page
    static Map<String, @Nullable Object> of(Section section, SectionKind kind, UnaryOperator<String> links) {
        return fields(section.content(), kind.fields(), new Where("", links));
    }

    /// Where fields stand: their path, and what is done with rich text.
    private record Where(String path, UnaryOperator<String> links) {}

    private static Map<String, @Nullable Object> fields(Fields content, List<Field> schema, Where where) {
        Map<String, @Nullable Object> model = HashMap.newHashMap(schema.size() + 1);
        model.put(PATH, where.path());
        for (Field field : schema) {
            Value value = content.get(field.name()).orElse(null);
            model.put(field.name(), value(field, value, where));
        }
        return model;
    }

    private static @Nullable Object value(Field field, @Nullable Value value, Where where) {
        return switch (field.type()) {
            case FieldType.PlainText text -> text(field, value);
            case FieldType.Choice choice -> choice(choice, text(field, value));
            case FieldType.ColorRole role -> color(field, text(field, value));
            case FieldType.Day day -> day(text(field, value));
            case FieldType.Form form -> value instanceof Value.FormRef ref ? ref.form() : null;
            case FieldType.RichText rich -> {
                String html = text(field, value);
                String safe = rich.inline() ? RichText.inline(html) : RichText.block(html);
                yield safe.isEmpty() ? "" : new SafeString(where.links().apply(safe));
            }
            case FieldType.Picture picture -> value instanceof Value.Image image ? image : null;
            case FieldType.Link link ->
                value instanceof Value.Link target && !target.target().equals(NO_LINK) ? target.target() : null;
            case FieldType.Toggle toggle ->
                value instanceof Value.Flag flag ? flag.on() : field.initial().equals("true");
            case FieldType.Decimal decimal ->
                value instanceof Value.Decimal number ? number.number() : number(field, decimal);
            case FieldType.ListOf list -> items(field, list, value, where);
        };
    }

    private static String text(Field field, @Nullable Value value) {
        return value instanceof Value.Text text ? Html.withoutForbidden(text.text()) : field.initial();
    }

    /// A day that is none is left out, since templates format days.
    private static String day(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException otherWords) {
            return "";
        }
    }

    /// What cannot be the name of a role is left out, since templates write roles into class names.
    private static String color(Field field, String wanted) {
        return wanted.isEmpty() || wanted.matches("[a-z]{1,12}(-[a-z0-9]{1,12})?") ? wanted : field.initial();
    }

    /// Only a value of the schema comes out, since templates write choices into class names.
    private static String choice(FieldType.Choice choice, String wanted) {
        return choice.options().stream().anyMatch(option -> option.value().equals(wanted))
                ? wanted
                : choice.options().getFirst().value();
    }

    private static Object number(Field field, FieldType.Decimal decimal) {
        return field.initial().isEmpty() ? decimal.min() : new java.math.BigDecimal(field.initial());
    }

    private static List<Map<String, @Nullable Object>> items(
            Field field, FieldType.ListOf list, @Nullable Value value, Where where) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (value instanceof Value.Items entries) {
            for (Value.Item item : entries.items()) {
                String path = where.path() + field.name() + "." + item.id() + ".";
                items.add(fields(item.fields(), list.fields(), new Where(path, where.links())));
            }
        }
        return items;
    }
}
