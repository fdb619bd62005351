package org.sitewright.library;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewright.library.SectionKind.Placement;
import org.sitewright.library.SectionKind.Variant;
import tools.jackson.databind.JsonNode;

/// Reads `section.json`, format 1.
final class SectionKindReader {
    private SectionKindReader() {}

    /// @throws CatalogueProblem naming the file and what is wrong in it
    static SectionKind read(Path folder) {
        Path file = folder.resolve("section.json");
        JsonNode json = CatalogueJson.read(file, 1);
        CatalogueJson in = new CatalogueJson(file, json);
        in.allow(
                "format",
                "kind",
                "name",
                "category",
                "icon",
                "description",
                "placement",
                "variants",
                "fields",
                "data",
                "sample");
        String kind = in.text("kind");
        if (!kind.equals(String.valueOf(folder.getFileName()))) {
            throw in.problem("its kind is \"" + kind + "\", but its folder has another name");
        }
        List<Variant> variants = new ArrayList<>();
        for (JsonNode each : in.list("variants")) {
            CatalogueJson variant = new CatalogueJson(file, each);
            variant.allow("name", "label");
            if (!Files.isRegularFile(folder.resolve(variant.text("name") + ".peb"))) {
                throw in.problem("the template " + variant.text("name") + ".peb is missing");
            }
            variants.add(new Variant(variant.text("name"), variant.text("label")));
        }
        if (variants.isEmpty()) {
            throw in.problem("it has no variant");
        }
        List<Field> fields = fields(in);
        return new SectionKind(
                kind,
                in.text("name"),
                in.text("category"),
                in.textOr("icon", "square"),
                in.textOr("description", ""),
                placement(in),
                variants,
                fields,
                StructuredData.read(in, fields),
                json.path("sample"),
                folder);
    }

    private static Placement placement(CatalogueJson in) {
        return switch (in.textOr("placement", "page")) {
            case "page" -> Placement.PAGE;
            case "top" -> Placement.TOP;
            case "bottom" -> Placement.BOTTOM;
            default -> throw in.problem("placement is page, top or bottom");
        };
    }

    private static List<Field> fields(CatalogueJson in) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode each : in.list("fields")) {
            fields.add(field(new CatalogueJson(in.file(), each)));
        }
        return fields;
    }

    private static Field field(CatalogueJson in) {
        in.allow(
                "name",
                "type",
                "label",
                "help",
                "required",
                "max",
                "group",
                "lines",
                "inline",
                "options",
                "item",
                "fields",
                "title",
                "min",
                "step",
                "default");
        Field.Group group;
        try {
            group = Field.Group.valueOf(in.textOr("group", "content").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw in.problem("the group of " + in.text("name") + " is content, style or seo");
        }
        boolean isNumber = in.text("type").equals("number");
        if (isNumber && in.node().has("default") && !in.node().path("default").isNumber()) {
            throw in.problem("the default of " + in.text("name") + " is no number");
        }
        return new Field(
                in.text("name"),
                in.text("label"),
                in.textOr("help", ""),
                group,
                in.flag("required"),
                isNumber ? 0 : in.number("max", BigDecimal.ZERO).intValue(),
                in.initial(),
                type(in));
    }

    private static FieldType type(CatalogueJson in) {
        return switch (in.text("type")) {
            case "text" ->
                new FieldType.PlainText(in.number("lines", BigDecimal.ONE).intValue());
            case "rich-text" -> new FieldType.RichText(in.flag("inline"));
            case "image" -> new FieldType.Picture();
            case "link" -> new FieldType.Link();
            case "choice" -> new FieldType.Choice(options(in));
            case "list" -> new FieldType.ListOf(in.textOr("item", "Item"), in.textOr("title", ""), fields(in));
            case "number" ->
                new FieldType.Decimal(
                        in.number("min", BigDecimal.ZERO),
                        in.number("max", BigDecimal.valueOf(1_000_000)),
                        in.number("step", BigDecimal.ONE));
            case "toggle" -> new FieldType.Toggle();
            case "color" -> new FieldType.ColorRole();
            case "date" -> new FieldType.Day();
            case "form" -> new FieldType.Form();
            default -> throw in.problem("there is no field type \"" + in.text("type") + "\"");
        };
    }

    private static List<FieldType.Option> options(CatalogueJson in) {
        List<FieldType.Option> options = new ArrayList<>();
        for (JsonNode each : in.list("options")) {
            CatalogueJson option = new CatalogueJson(in.file(), each);
            options.add(new FieldType.Option(option.textOr("value", ""), option.text("label")));
        }
        if (options.isEmpty()) {
            throw in.problem("the choice " + in.text("name") + " has no options");
        }
        return options;
    }
}
