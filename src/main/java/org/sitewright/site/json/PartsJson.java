package org.sitewright.site.json;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.SiteParts;
import org.sitewright.site.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a site holds beside its pages, as JSON: `{"menu": [{"id", "label", "target", "children"}], "redirects":
/// [{"from", "to"}], "forms": [{"id", "page"?, "name", "fields", …}], "components": [{"id", "name", "html", "css",
/// "javascript", "scripted"}], "output": {"about", "crawlers", "readable", "hostRules"}}`. An empty part is left out.
public final class PartsJson {
    /// Entries of a menu deeper than this are refused: a menu shows two levels.
    private static final int DEEPEST = 8;

    private PartsJson() {}

    public static ObjectNode print(SiteParts parts) {
        ObjectNode object = Json.object();
        set(object, "menu", menu(parts.menu()));
        set(object, "redirects", redirects(parts.redirects()));
        ArrayNode forms = Json.array();
        parts.forms().forEach(form -> forms.add(print(form)));
        set(object, "forms", forms);
        set(object, "components", components(parts.components()));
        return parts.output().equals(OutputChoices.DEFAULT) ? object : object.set("output", output(parts.output()));
    }

    private static ObjectNode output(OutputChoices output) {
        return Json.object()
                .put("about", JsonObject.word(output.about()))
                .put("crawlers", JsonObject.word(output.crawlers()))
                .put("readable", output.readable())
                .put("hostRules", output.hostRules());
    }

    private static void set(ObjectNode object, String name, ArrayNode array) {
        if (!array.isEmpty()) {
            object.set(name, array);
        }
    }

    private static ArrayNode menu(List<MenuItem> menu) {
        ArrayNode array = Json.array();
        for (MenuItem item : menu) {
            ObjectNode object = array.addObject().put("id", item.id()).put("label", item.label());
            object.set("target", FieldsJson.print(new Value.Link(item.target())));
            set(object, "children", menu(item.children()));
        }
        return array;
    }

    private static ArrayNode redirects(List<Redirect> redirects) {
        ArrayNode array = Json.array();
        for (Redirect redirect : redirects) {
            ObjectNode object = array.addObject().put("from", redirect.from());
            object.set("to", FieldsJson.print(new Value.Link(redirect.to())));
        }
        return array;
    }

    private static ArrayNode components(List<SiteComponent> components) {
        ArrayNode array = Json.array();
        for (SiteComponent component : components) {
            array.addObject()
                    .put("id", component.id().toString())
                    .put("name", component.name())
                    .put("html", component.html())
                    .put("css", component.css())
                    .put("javascript", component.javascript())
                    .put("scripted", component.scripted());
        }
        return array;
    }

    public static ObjectNode print(Form form) {
        ObjectNode object = Json.object().put("id", form.id().toString());
        PageId page = form.page();
        if (page != null) {
            object.put("page", page.toString());
        }
        object.put("name", form.name());
        object.set("fields", printFields(form.fields()));
        return object.put("submit", form.submit())
                .put("thanks", form.thanks())
                .put("notificationEmail", form.notificationEmail())
                .put("webhookUrl", form.webhookUrl());
    }

    public static ArrayNode printFields(List<FormField> fields) {
        ArrayNode array = Json.array();
        for (FormField field : fields) {
            ObjectNode object = array.addObject()
                    .put("id", field.id())
                    .put("name", field.name())
                    .put("label", field.label())
                    .put("type", JsonObject.word(field.type()))
                    .put("required", field.required())
                    .put("placeholder", field.placeholder())
                    .put("help", field.help())
                    .put("value", field.value());
            ArrayNode options = object.putArray("options");
            field.options().forEach(options::add);
        }
        return array;
    }

    /// @throws MalformedSite when the JSON is not the parts of a site
    public static SiteParts parse(JsonNode node, String place) {
        JsonObject object = new JsonObject(node, place);
        List<MenuItem> menu = menu(object, "menu", 1);
        List<Redirect> redirects = new ArrayList<>();
        for (JsonObject entry : objects(object, "redirects")) {
            redirects.add(new Redirect(entry.text("from"), target(entry, "to")));
            entry.end();
        }
        List<Form> forms =
                objects(object, "forms").stream().map(PartsJson::form).toList();
        List<SiteComponent> components = new ArrayList<>();
        for (JsonObject entry : objects(object, "components")) {
            components.add(new SiteComponent(
                    FieldsJson.uuid(entry, "id"),
                    entry.text("name"),
                    entry.text("html"),
                    entry.text("css"),
                    entry.text("javascript"),
                    entry.flag("scripted")));
            entry.end();
        }
        OutputChoices output =
                object.get("output").isPresent() ? output(object.object("output")) : OutputChoices.DEFAULT;
        object.end();
        return new SiteParts(menu, redirects, forms, components, output);
    }

    private static OutputChoices output(JsonObject object) {
        OutputChoices output = new OutputChoices(
                object.choice("about", OutputChoices.About.class),
                object.choice("crawlers", OutputChoices.Crawlers.class),
                object.flag("readable"),
                object.flag("hostRules"));
        object.end();
        return output;
    }

    private static List<MenuItem> menu(JsonObject object, String name, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedSite(object.at(name), "a menu is not that deep");
        }
        List<MenuItem> items = new ArrayList<>();
        for (JsonObject entry : objects(object, name)) {
            items.add(new MenuItem(
                    entry.text("id"),
                    entry.text("label"),
                    target(entry, "target"),
                    menu(entry, "children", depth + 1)));
            entry.end();
        }
        return items;
    }

    private static LinkTarget target(JsonObject object, String name) {
        if (FieldsJson.parseValue(object.required(name), object.at(name)) instanceof Value.Link link) {
            return link.target();
        }
        throw new MalformedSite(object.at(name), "expected a link");
    }

    private static Form form(JsonObject object) {
        Form form = new Form(
                new FormId(FieldsJson.uuid(object, "id")),
                object.get("page").isPresent() ? new PageId(FieldsJson.uuid(object, "page")) : null,
                object.text("name"),
                fields(object.required("fields"), object.at("fields")),
                object.text("submit"),
                object.text("thanks"),
                object.text("notificationEmail"),
                object.text("webhookUrl"));
        object.end();
        return form;
    }

    /// @throws MalformedSite when the JSON is not a list of fields
    public static List<FormField> fields(JsonNode node, String place) {
        List<FormField> fields = new ArrayList<>();
        for (JsonObject.Entry entry : JsonObject.entries(node, place)) {
            JsonObject object = entry.object();
            fields.add(new FormField(
                    object.text("id"),
                    object.text("name"),
                    object.text("label"),
                    object.choice("type", FormField.Type.class),
                    object.flag("required"),
                    object.textOrEmpty("placeholder"),
                    object.textOrEmpty("help"),
                    object.get("options").isPresent() ? object.texts("options") : List.of(),
                    object.textOrEmpty("value")));
            object.end();
        }
        return fields;
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return object.get(name).isPresent()
                ? object.list(name).stream().map(JsonObject.Entry::object).toList()
                : List.of();
    }
}
