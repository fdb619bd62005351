package org.sitewright.site.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sitewright.site.Fields;
import org.sitewright.site.Focal;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.PageId;
import org.sitewright.site.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields as JSON. A value tells its type by its shape:
///
/// - text is a string, a number a number, a flag a boolean
/// - a picture is `{"media": sha256, "alt": text, "focal": [x, y]}`
/// - a link is one of `{"page": uuid, "anchor"?: text}`, `{"url"}`, `{"mail"}`, `{"phone"}`, `{"anchor"}`,
///   `{"file": sha256}`
/// - a form is `{"form": uuid}`
/// - a list is an array of objects, each with its `"id"` beside its fields, so no field of an item is called `id`
public final class FieldsJson {
    private static final String ITEM_ID = "id";

    private FieldsJson() {}

    public static ObjectNode print(Fields fields) {
        ObjectNode object = Json.object();
        fields.values().forEach((name, value) -> object.set(name, print(value)));
        return object;
    }

    public static JsonNode print(Value value) {
        return switch (value) {
            case Value.Text text -> Json.object().stringNode(text.text());
            case Value.Decimal decimal -> Json.object().numberNode(decimal.number());
            case Value.Flag flag -> Json.object().booleanNode(flag.on());
            case Value.Image image -> print(image);
            case Value.Link link -> print(link.target());
            case Value.FormRef(FormId form) -> Json.object().put("form", form.toString());
            case Value.Items items -> print(items);
        };
    }

    private static ObjectNode print(Value.Image image) {
        ObjectNode object = Json.object();
        object.put("media", image.media().sha256()).put("alt", image.alt());
        object.putArray("focal").add(image.focal().x()).add(image.focal().y());
        return object;
    }

    private static ObjectNode print(LinkTarget target) {
        ObjectNode object = Json.object();
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) -> {
                object.put("page", page.toString());
                yield anchor.isEmpty() ? object : object.put("anchor", anchor);
            }
            case LinkTarget.ToAnchor(String anchor) -> object.put("anchor", anchor);
            case LinkTarget.ToUrl(String url) -> object.put("url", url);
            case LinkTarget.ToMail(String address) -> object.put("mail", address);
            case LinkTarget.ToPhone(String number) -> object.put("phone", number);
            case LinkTarget.ToFile(MediaId file) -> object.put("file", file.sha256());
        };
    }

    private static ArrayNode print(Value.Items items) {
        ArrayNode array = Json.array();
        for (Value.Item item : items.items()) {
            if (item.fields().get(ITEM_ID).isPresent()) {
                throw new IllegalArgumentException("a field of a list item may not be called id");
            }
            ObjectNode object = array.addObject().put(ITEM_ID, item.id());
            object.setAll(print(item.fields()));
        }
        return array;
    }

    /// @throws MalformedSite when the JSON is none of the shapes above
    public static Fields parse(JsonNode node, String place) {
        return fields(new JsonObject(node, place));
    }

    private static Fields fields(JsonObject object) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : object.others()) {
            values.put(name, parseValue(object.required(name), object.at(name)));
        }
        return new Fields(values);
    }

    /// @throws MalformedSite when the JSON is none of the shapes above
    public static Value parseValue(JsonNode node, String place) {
        if (node.isString()) {
            return new Value.Text(node.stringValue());
        }
        if (node.isNumber()) {
            return new Value.Decimal(node.decimalValue());
        }
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        if (node.isArray()) {
            return items(node, place);
        }
        if (node.isObject()) {
            JsonObject object = new JsonObject(node, place);
            return node.has("media") ? image(object) : node.has("form") ? form(object) : link(object);
        }
        throw new MalformedSite(place, "expected text, a number, true, false, a picture, a link, a form or a list");
    }

    private static Value items(JsonNode node, String place) {
        List<Value.Item> items = new ArrayList<>();
        for (JsonObject.Entry entry : JsonObject.entries(node, place)) {
            JsonObject object = entry.object();
            items.add(new Value.Item(object.text(ITEM_ID), fields(object)));
        }
        return new Value.Items(items);
    }

    private static Value image(JsonObject object) {
        MediaId media = media(object, "media");
        String alt = object.textOrEmpty("alt");
        Focal focal = object.get("focal").isPresent() ? focal(object) : Focal.CENTRE;
        object.end();
        return new Value.Image(media, alt, focal);
    }

    static Focal focal(JsonObject object) {
        List<JsonObject.Entry> point = object.list("focal");
        if (point.size() != 2 || !point.stream().allMatch(each -> each.node().isNumber())) {
            throw new MalformedSite(object.at("focal"), "expected two numbers");
        }
        BigDecimal x = point.getFirst().node().decimalValue();
        BigDecimal y = point.getLast().node().decimalValue();
        try {
            return new Focal(x.doubleValue(), y.doubleValue());
        } catch (IllegalArgumentException outside) {
            throw new MalformedSite(object.at("focal"), "expected numbers between 0 and 1");
        }
    }

    private static Value form(JsonObject object) {
        FormId form = new FormId(uuid(object, "form"));
        object.end();
        return new Value.FormRef(form);
    }

    private static Value link(JsonObject object) {
        LinkTarget target;
        if (object.get("page").isPresent()) {
            target = new LinkTarget.ToPage(new PageId(uuid(object, "page")), object.textOrEmpty("anchor"));
        } else if (object.get("url").isPresent()) {
            target = new LinkTarget.ToUrl(object.text("url"));
        } else if (object.get("mail").isPresent()) {
            target = new LinkTarget.ToMail(object.text("mail"));
        } else if (object.get("phone").isPresent()) {
            target = new LinkTarget.ToPhone(object.text("phone"));
        } else if (object.get("file").isPresent()) {
            target = new LinkTarget.ToFile(media(object, "file"));
        } else if (object.get("anchor").isPresent()) {
            target = new LinkTarget.ToAnchor(object.text("anchor"));
        } else {
            throw new MalformedSite(object.place(), "expected a picture or a link");
        }
        object.end();
        return new Value.Link(target);
    }

    static MediaId media(JsonObject object, String name) {
        try {
            return new MediaId(object.text(name));
        } catch (MalformedSite wrongType) {
            throw wrongType;
        } catch (IllegalArgumentException notAHash) {
            throw new MalformedSite(object.at(name), "expected the SHA-256 of a file");
        }
    }

    static UUID uuid(JsonObject object, String name) {
        String text = object.text(name);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedSite(object.at(name), "expected a UUID");
        }
    }
}
