package org.sitewright.app.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitewright.app.Workspace;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.FieldPath;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.site.json.FieldsJson;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.MalformedSite;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a value from the command line as the field's type asks for it.
final class FieldValue {
    private final Workspace workspace;
    private final Site site;

    FieldValue(Workspace workspace, Site site) {
        this.workspace = workspace;
        this.site = site;
    }

    Value of(Section section, FieldPath path, String text) {
        Optional<SectionKind> kind = workspace.catalogue().kind(section.kind());
        if (kind.isEmpty()) {
            return guessed(text);
        }
        Field field = field(kind.get().fields(), path)
                .orElseThrow(() -> new NotHere(
                        "The section has no field “" + Lookup.shortened(path.toString()) + "”.",
                        "It has: "
                                + String.join(
                                        ", ",
                                        kind.get().fields().stream()
                                                .map(Field::name)
                                                .toList())
                                + "."));
        Value value = read(field, text);
        check(field, value);
        return value;
    }

    private static Optional<Field> field(List<Field> fields, FieldPath path) {
        Optional<Field> found = fields.stream()
                .filter(field -> field.name().equals(path.first()))
                .findFirst();
        if (path.isLast() || found.isEmpty()) {
            return found;
        }
        FieldPath inList = path.rest();
        return found.get().type() instanceof FieldType.ListOf list && !inList.isLast()
                ? field(list.fields(), inList.rest())
                : Optional.empty();
    }

    private Value read(Field field, String text) {
        return switch (field.type()) {
            case FieldType.PlainText plain -> plain(text);
            case FieldType.RichText rich -> plain(text);
            case FieldType.ColorRole role -> plain(text);
            case FieldType.Day day -> day(text);
            case FieldType.Form form -> json(text, Value.FormRef.class, "a form, as {\"form\":\"<id>\"}");
            case FieldType.Choice choice -> choice(choice, text);
            case FieldType.Decimal decimal -> number(decimal, text);
            case FieldType.Toggle toggle -> flag(text);
            case FieldType.Picture picture ->
                json(text, Value.Image.class, "a picture, as {\"media\":\"…\",\"alt\":\"…\"}");
            case FieldType.Link link -> link(text);
            case FieldType.ListOf list -> json(text, Value.Items.class, "a list, as [{…},{…}]");
        };
    }

    private static void check(Field field, Value value) {
        int length =
                switch (value) {
                    case Value.Text text ->
                        text.text().codePointCount(0, text.text().length());
                    case Value.Items items -> items.items().size();
                    case Value.Decimal number -> 0;
                    case Value.Flag flag -> 0;
                    case Value.Image image -> 0;
                    case Value.Link link -> 0;
                    case Value.FormRef form -> 0;
                };
        if (field.max() > 0 && length > field.max()) {
            throw wrong("“" + field.label() + "” holds at most " + field.max() + ", this has " + length + ".");
        }
    }

    /// A JSON string counts as the text it stands for, anything else as it is written.
    private static Value plain(String text) {
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            try {
                return new Value.Text(String.valueOf(Json.read(text).stringValue()));
            } catch (MalformedSite justQuotes) {
                return new Value.Text(text);
            }
        }
        return new Value.Text(text);
    }

    private static Value day(String text) {
        try {
            return new Value.Text(LocalDate.parse(text).toString());
        } catch (DateTimeException noDay) {
            throw wrong("A day is written as 2026-03-01.");
        }
    }

    private static Value choice(FieldType.Choice choice, String text) {
        List<String> values =
                choice.options().stream().map(FieldType.Option::value).toList();
        if (!values.contains(text)) {
            throw wrong("It is one of: " + String.join(", ", values) + ".");
        }
        return new Value.Text(text);
    }

    private static Value number(FieldType.Decimal type, String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.compareTo(type.min()) < 0 || number.compareTo(type.max()) > 0) {
                throw wrong("It lies between " + type.min() + " and " + type.max() + ".");
            }
            return new Value.Decimal(number);
        } catch (NumberFormatException notANumber) {
            throw wrong("It is a number, as 12.5.");
        }
    }

    private static Value flag(String text) {
        return switch (text.strip()) {
            case "true" -> new Value.Flag(true);
            case "false" -> new Value.Flag(false);
            default -> throw wrong("It is true or false.");
        };
    }

    private Value link(String text) {
        if (text.startsWith("{")) {
            return json(text, Value.Link.class, "a link, as {\"url\":\"https://…\"}");
        }
        if (text.startsWith("https://") || text.startsWith("http://")) {
            return new Value.Link(new LinkTarget.ToUrl(text));
        }
        if (text.startsWith("mailto:")) {
            return new Value.Link(new LinkTarget.ToMail(text.substring("mailto:".length())));
        }
        Page page = site.pages().stream()
                .filter(each -> each.slug().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("It is an address with https://, mailto:…, or the slug of a page."));
        return new Value.Link(new LinkTarget.ToPage(page.id(), ""));
    }

    private <V extends Value> V json(String text, Class<V> type, String expected) {
        try {
            Value value = FieldsJson.parseValue(withIds(Json.read(text)), "VALUE");
            if (type.isInstance(value)) {
                return type.cast(value);
            }
        } catch (MalformedSite malformed) {
            throw wrong("It is " + expected + " (" + malformed.getMessage() + ").");
        }
        throw wrong("It is " + expected + ".");
    }

    /// Entries of a list that have no id yet get one.
    private JsonNode withIds(JsonNode node) {
        if (node.isArray()) {
            for (JsonNode entry : node) {
                if (entry instanceof ObjectNode object && !object.has("id")) {
                    object.put("id", workspace.ids().nextItem());
                }
                withIds(entry);
            }
        } else if (node.isObject()) {
            node.forEach(this::withIds);
        }
        return node;
    }

    private Value guessed(String text) {
        try {
            return FieldsJson.parseValue(withIds(Json.read(text)), "VALUE");
        } catch (MalformedSite plainText) {
            return new Value.Text(text);
        }
    }

    private static Problem wrong(String expected) {
        return new Problem("SW-VALUE", "This value does not fit the field.", expected);
    }
}
