package org.sitewright.site.json;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.Brief;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteParts;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.ThemeTokens;
import org.sitewright.site.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A whole site as JSON: `{"format": 1, "id", "owner", "name", "description", "type", "brief", "language", "theme",
/// "top", "pages", "bottom", "parts"?}`. `parse(print(site))` equals the site. Values of fields: see [FieldsJson].
public final class SiteJson {
    /// The version this program writes; it reads no other.
    public static final int FORMAT = 1;

    private SiteJson() {}

    public static ObjectNode print(Site site) {
        ObjectNode object = Json.object();
        object.put("format", FORMAT)
                .put("id", site.id().toString())
                .put("owner", site.owner().toString())
                .put("name", site.name())
                .put("description", site.description())
                .put("type", JsonObject.word(site.type()));
        object.putObject("brief")
                .put("idea", site.brief().idea())
                .put("requirements", site.brief().requirements());
        object.put("language", site.language());
        object.set("theme", printTheme(site.theme()));
        object.set("top", printSections(site.top()));
        ArrayNode pages = object.putArray("pages");
        site.pages().forEach(page -> pages.add(printPage(page)));
        object.set("bottom", printSections(site.bottom()));
        if (!site.parts().equals(SiteParts.NONE)) {
            object.set("parts", PartsJson.print(site.parts()));
        }
        return object;
    }

    public static String printText(Site site) {
        return Json.write(print(site));
    }

    /// @throws MalformedSite when the text is not a site of this format
    public static Site parse(String text) {
        return parse(Json.read(text));
    }

    /// @throws MalformedSite when the JSON is not a site of this format
    public static Site parse(JsonNode node) {
        JsonObject object = new JsonObject(node, "");
        int format = object.integer("format");
        if (format != FORMAT) {
            throw new MalformedSite("format", "this version reads format " + FORMAT + ", not " + format);
        }
        SiteId id = new SiteId(FieldsJson.uuid(object, "id"));
        UserId owner = new UserId(FieldsJson.uuid(object, "owner"));
        String name = object.text("name");
        String description = object.text("description");
        SiteType type = object.choice("type", SiteType.class);
        JsonObject brief = object.object("brief");
        Brief wanted = new Brief(brief.text("idea"), brief.text("requirements"));
        brief.end();
        String language = object.text("language");
        Theme theme = parseTheme(object.required("theme"), "theme");
        List<Section> top = parseSections(object.required("top"), "top");
        List<Page> pages = new ArrayList<>();
        for (JsonObject.Entry entry : object.list("pages")) {
            pages.add(parsePage(entry.object()));
        }
        List<Section> bottom = parseSections(object.required("bottom"), "bottom");
        SiteParts parts = object.get("parts")
                .map(found -> PartsJson.parse(found, "parts"))
                .orElse(SiteParts.NONE);
        object.end();
        try {
            return new Site(id, owner, name, description, type, wanted, language, theme, top, pages, bottom, parts);
        } catch (IllegalArgumentException inconsistent) {
            throw new MalformedSite("", String.valueOf(inconsistent.getMessage()));
        }
    }

    public static ObjectNode printTheme(Theme theme) {
        ObjectNode object = Json.object()
                .put("style", theme.style().label())
                .put("seed", theme.seed())
                .put("neutral", theme.neutral())
                .put("display", theme.display())
                .put("body", theme.body())
                .put("mono", theme.mono())
                .put("mode", JsonObject.word(theme.mode()));
        return theme.tokens().equals(ThemeTokens.OF_STYLE)
                ? object
                : object.set("tokens", StyleJson.print(theme.tokens()));
    }

    /// @throws MalformedSite when the JSON is not a theme
    public static Theme parseTheme(JsonNode node, String place) {
        JsonObject object = new JsonObject(node, place);
        Style style = object.choice("style", Style.class);
        String seed = object.text("seed");
        String neutral = object.text("neutral");
        String display = object.text("display");
        String body = object.text("body");
        String mono = object.text("mono");
        Theme.ColorMode mode = object.choice("mode", Theme.ColorMode.class);
        ThemeTokens tokens =
                object.get("tokens").isPresent() ? StyleJson.tokens(object.object("tokens")) : ThemeTokens.OF_STYLE;
        object.end();
        try {
            return new Theme(style, seed, neutral, display, body, mono, mode, tokens);
        } catch (IllegalArgumentException notAColour) {
            throw new MalformedSite(object.at("seed"), String.valueOf(notAColour.getMessage()));
        }
    }

    public static ObjectNode printPage(Page page) {
        ObjectNode object = Json.object();
        object.put("id", page.id().toString())
                .put("name", page.name())
                .put("slug", page.slug())
                .put("title", page.title())
                .put("description", page.description())
                .put("icon", page.icon());
        ObjectNode seo = object.putObject("seo")
                .put("title", page.seo().metaTitle())
                .put("description", page.seo().metaDescription());
        ArrayNode keywords = seo.putArray("keywords");
        page.seo().keywords().forEach(keywords::add);
        MediaId image = page.seo().image();
        if (image != null) {
            seo.put("image", image.sha256());
        }
        if (page.seo().unlisted()) {
            seo.put("unlisted", true);
        }
        object.put("published", page.published());
        if (page.role() != PageRole.PAGE) {
            object.put("role", JsonObject.word(page.role()));
        }
        if (!page.inMenu()) {
            object.put("inMenu", false);
        }
        object.set("sections", printSections(page.sections()));
        return object;
    }

    /// @throws MalformedSite when the JSON is not a page
    public static Page parsePage(JsonNode node, String place) {
        return parsePage(new JsonObject(node, place));
    }

    private static Page parsePage(JsonObject object) {
        PageId id = new PageId(FieldsJson.uuid(object, "id"));
        String name = object.text("name");
        String slug = object.text("slug");
        String title = object.text("title");
        String description = object.text("description");
        String icon = object.text("icon");
        JsonObject seo = object.object("seo");
        Seo found = new Seo(
                seo.text("title"),
                seo.text("description"),
                seo.texts("keywords"),
                seo.get("image").isPresent() ? FieldsJson.media(seo, "image") : null,
                seo.get("unlisted").isPresent() && seo.flag("unlisted"));
        seo.end();
        boolean published = object.flag("published");
        PageRole role = object.get("role").isPresent() ? object.choice("role", PageRole.class) : PageRole.PAGE;
        boolean inMenu = object.get("inMenu").isEmpty() || object.flag("inMenu");
        List<Section> sections = parseSections(object.required("sections"), object.at("sections"));
        object.end();
        return new Page(id, name, slug, title, description, icon, found, published, role, inMenu, sections);
    }

    public static ArrayNode printSections(List<Section> sections) {
        ArrayNode array = Json.array();
        sections.forEach(section -> array.add(printSection(section)));
        return array;
    }

    /// @throws MalformedSite when the JSON is not a list of sections
    public static List<Section> parseSections(JsonNode node, String place) {
        return JsonObject.entries(node, place).stream()
                .map(entry -> parseSection(entry.node(), entry.place()))
                .toList();
    }

    public static ObjectNode printSection(Section section) {
        ObjectNode object = Json.object();
        object.put("id", section.id().toString()).put("type", section.kind()).put("variant", section.variant());
        object.set("content", FieldsJson.print(section.content()));
        object.put("anchor", section.anchor()).put("hidden", section.hidden());
        return section.style().equals(SectionStyle.PLAIN)
                ? object
                : object.set("style", StyleJson.print(section.style()));
    }

    /// @throws MalformedSite when the JSON is not a section
    public static Section parseSection(JsonNode node, String place) {
        JsonObject object = new JsonObject(node, place);
        Section section = new Section(
                new SectionId(FieldsJson.uuid(object, "id")),
                object.text("type"),
                object.text("variant"),
                FieldsJson.parse(object.required("content"), object.at("content")),
                object.textOrEmpty("anchor"),
                object.get("hidden").isPresent() && object.flag("hidden"),
                object.get("style")
                        .map(style -> StyleJson.style(style, object.at("style")))
                        .orElse(SectionStyle.PLAIN));
        object.end();
        return section;
    }
}
