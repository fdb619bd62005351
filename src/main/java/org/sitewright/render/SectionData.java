package org.sitewright.render;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.RichText;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import org.sitewright.text.Html;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Fills the pattern of JSON-LD that a section kind declares with what one section says. What the section does not
/// say is left out, and so is a thing without the properties that make it one: nothing is made up.
final class SectionData {
    private final PageContext page;
    private final String address;
    private final boolean about;

    /// @param address of the site, with a slash at the end; empty while nobody knows: addresses are then left out
    /// @param about whether the site presents somebody
    SectionData(PageContext page, String address, boolean about) {
        this.page = page;
        this.address = address;
        this.about = about;
    }

    /// What the pattern gives; empty when nothing of it is there.
    Optional<JsonNode> of(JsonNode pattern, Fields content, List<Field> schema) {
        return Optional.ofNullable(value(pattern, content, schema));
    }

    private @Nullable JsonNode value(JsonNode pattern, Fields content, List<Field> schema) {
        if (pattern.isString()) {
            return text(pattern.stringValue(), content, schema);
        }
        if (pattern.isArray()) {
            ArrayNode array = Json.array();
            for (JsonNode each : pattern) {
                add(array, value(each, content, schema));
            }
            return array.isEmpty() ? null : array;
        }
        if (!pattern.isObject()) {
            return pattern.isMissingNode() ? null : pattern;
        }
        JsonNode repeated = pattern.path("*");
        return repeated.isMissingNode()
                ? object(pattern, content, schema)
                : items(pattern, repeated.asString(""), content, schema);
    }

    private @Nullable JsonNode items(JsonNode pattern, String list, Fields content, List<Field> schema) {
        ArrayNode array = Json.array();
        schema.stream().filter(field -> field.name().equals(list)).findFirst().ifPresent(field -> {
            if (field.type() instanceof FieldType.ListOf of) {
                content.items(list).forEach(item -> add(array, object(pattern, item.fields(), of.fields())));
            }
        });
        return array.isEmpty() ? null : array;
    }

    private static void add(ArrayNode array, @Nullable JsonNode value) {
        if (value != null && value.isArray()) {
            value.forEach(array::add);
        } else if (value != null) {
            array.add(value);
        }
    }

    private @Nullable JsonNode object(JsonNode pattern, Fields content, List<Field> schema) {
        ObjectNode object = Json.object();
        boolean says = false;
        for (String name : pattern.propertyNames()) {
            if (name.equals("*") || name.equals("!")) {
                continue;
            }
            JsonNode value = value(pattern.path(name), content, schema);
            if (value != null) {
                says |= !name.startsWith("@");
                if (value.isObject() && value.has(Money.CURRENCY)) {
                    object.setAll((ObjectNode) value);
                } else {
                    object.set(name, value);
                }
            }
        }
        for (JsonNode needed : pattern.path("!")) {
            if (!object.has(needed.asString(""))) {
                return null;
            }
        }
        return says ? object : null;
    }

    private @Nullable JsonNode text(String pattern, Fields content, List<Field> schema) {
        if (!pattern.startsWith("=")) {
            return StringNode.valueOf(pattern);
        }
        if (pattern.startsWith("=@")) {
            return word(pattern.substring(2));
        }
        int colon = pattern.indexOf(':');
        String how = colon < 0 ? "" : pattern.substring(1, colon);
        String name = pattern.substring(colon < 0 ? 1 : colon + 1);
        Optional<Field> field =
                schema.stream().filter(each -> each.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            return null;
        }
        Value value = content.get(name).orElse(null);
        return switch (how) {
            case "money" -> Money.of(content.text(name)).map(Money::json).orElse(null);
            case "hours" -> OpeningHours.of(content.items(name), page.site().language());
            case "url" -> {
                String url = Links.url(content.text(name));
                yield url.equals("#") ? null : StringNode.valueOf(url);
            }
            default -> plain(field.get(), value);
        };
    }

    private @Nullable JsonNode word(String word) {
        String anchor = word.contains("#") ? word.substring(word.indexOf('#')) : "";
        return switch (word.substring(0, word.length() - anchor.length())) {
            case "page" ->
                address.isEmpty()
                        ? null
                        : StringNode.valueOf(address
                                + (page.site().isHome(page.page().id())
                                        ? ""
                                        : page.page().slug() + "/")
                                + anchor);
            case "site" -> reference("#site");
            case "about" -> about ? reference("#about") : null;
            case "language" -> StringNode.valueOf(page.site().language());
            default -> null;
        };
    }

    private @Nullable JsonNode reference(String anchor) {
        return address.isEmpty() ? null : Json.object().put("@id", address + anchor);
    }

    private @Nullable JsonNode plain(Field field, @Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text text -> words(field, text.text());
            case Value.Decimal decimal ->
                Json.object().put("n", decimal.number()).path("n");
            case Value.Flag flag -> Json.object().put("f", flag.on()).path("f");
            case Value.Image image ->
                address.isEmpty()
                        ? null
                        : page.pictures()
                                .picture(image.media())
                                .map(picture -> StringNode.valueOf(absolute(picture.url())))
                                .orElse(null);
            case Value.Link link -> link(link.target());
            case Value.FormRef form -> null;
            case Value.Items items -> null;
        };
    }

    private static @Nullable JsonNode words(Field field, String text) {
        String plain = field.type() instanceof FieldType.RichText ? RichText.plain(text) : text;
        String words = Html.withoutForbidden(plain).strip();
        if (words.isEmpty() || (field.type() instanceof FieldType.Day && !isDay(words))) {
            return null;
        }
        return StringNode.valueOf(words);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException otherWords) {
            return false;
        }
    }

    /// Only what can be opened counts as an address.
    private @Nullable JsonNode link(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToUrl(String url) -> {
                String safe = Links.url(url);
                yield safe.equals("#") ? null : StringNode.valueOf(safe);
            }
            case LinkTarget.ToPage to -> {
                boolean there =
                        page.site().page(to.page()).filter(page::isShown).isPresent();
                yield address.isEmpty() || !there
                        ? null
                        : StringNode.valueOf(address
                                + page.site()
                                        .page(to.page())
                                        .filter(wanted -> !page.site().isHome(wanted.id()))
                                        .map(wanted -> wanted.slug() + "/")
                                        .orElse("")
                                + (to.anchor().isEmpty() ? "" : "#" + to.anchor()));
            }
            case LinkTarget.ToAnchor none -> null;
            case LinkTarget.ToMail none -> null;
            case LinkTarget.ToPhone none -> null;
            case LinkTarget.ToFile none -> null;
        };
    }

    private String absolute(String url) {
        return url.startsWith("http") ? url : address + url;
    }
}
