package org.sitewright.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sitewright.site.Brief;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.site.SiteType;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;
import org.sitewright.site.json.FieldsJson;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.PartsJson;
import org.sitewright.site.json.SiteJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A site as a row of `projects` and its pages as rows of `pages`, and back.
final class SiteRows {
    /// What a section's row repeats of its content, for queries only.
    private static final List<String> REPEATED = List.of("title", "description", "image", "order");

    private SiteRows() {}

    static void fill(ProjectRow row, Site site) {
        row.userId = site.owner().value();
        row.name = site.name();
        row.description = site.description();
        row.type = JsonObject.word(site.type());
        row.idea = site.brief().idea();
        row.requirements = site.brief().requirements();
        row.style = site.theme().style().label();
        row.colorTheme = site.theme().seed();
        row.theme = Json.write(SiteJson.printTheme(site.theme()));
        row.language = site.language();
        row.sharedTop = sections(site.top());
        row.sharedBottom = sections(site.bottom());
        row.parts = Json.write(PartsJson.print(site.parts().withForms(List.of())));
    }

    static ProjectRow newProject(Site site, Instant now) {
        ProjectRow row = new ProjectRow();
        row.id = site.id().value();
        fill(row, site);
        row.status = JsonObject.word(SiteStatus.DRAFT);
        row.publishedUrl = "";
        row.revenueCurrency = "EUR";
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }

    static void fill(PageRow row, Site site, int position) {
        Page page = site.pages().get(position);
        row.projectId = site.id().value();
        row.userId = site.owner().value();
        row.position = position;
        row.name = page.name();
        row.slug = page.slug();
        row.title = page.title();
        row.description = page.description();
        row.icon = page.icon();
        row.sections = sections(page.sections());
        row.metaTitle = page.seo().metaTitle();
        row.metaDescription = page.seo().metaDescription();
        row.keywords = texts(page.seo().keywords());
        MediaId image = page.seo().image();
        row.socialImage = image == null ? "" : image.sha256();
        row.unlisted = page.seo().unlisted();
        row.published = page.published();
        row.role = JsonObject.word(page.role());
        row.inMenu = page.inMenu();
    }

    static FormRow form(SiteId site, Form form, int position, Instant createdAt, Instant now) {
        FormRow row = new FormRow();
        row.id = form.id().value();
        row.projectId = site.value();
        row.position = position;
        row.pageId = form.page() == null ? null : form.page().value();
        row.name = form.name();
        row.fields = Json.write(PartsJson.printFields(form.fields()));
        row.submit = form.submit();
        row.thanks = form.thanks();
        row.notificationEmail = form.notificationEmail();
        row.webhookUrl = form.webhookUrl();
        row.createdAt = createdAt;
        row.updatedAt = now;
        return row;
    }

    static Form form(FormRow row) {
        return new Form(
                new FormId(row.id),
                row.pageId == null ? null : new PageId(row.pageId),
                row.name,
                PartsJson.fields(Json.read(row.fields), "fields"),
                row.submit,
                row.thanks,
                row.notificationEmail,
                row.webhookUrl);
    }

    static PageRow newPage(Site site, int position, Instant now) {
        PageRow row = new PageRow();
        row.id = site.pages().get(position).id().value();
        fill(row, site, position);
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }

    static Site site(ProjectRow row, List<PageRow> pages, List<FormRow> forms) {
        return new Site(
                new SiteId(row.id),
                new UserId(row.userId),
                row.name,
                row.description,
                word(SiteType.class, row.type),
                new Brief(row.idea, row.requirements),
                row.language,
                SiteJson.parseTheme(Json.read(row.theme), "theme"),
                sections(row.sharedTop),
                pages.stream().map(SiteRows::page).toList(),
                sections(row.sharedBottom),
                PartsJson.parse(Json.read(row.parts), "parts")
                        .withForms(forms.stream().map(SiteRows::form).toList()));
    }

    static Page page(PageRow row) {
        return new Page(
                new PageId(row.id),
                row.name,
                row.slug,
                row.title,
                row.description,
                row.icon,
                new Seo(
                        row.metaTitle,
                        row.metaDescription,
                        texts(row.keywords),
                        row.socialImage.isEmpty() ? null : new MediaId(row.socialImage),
                        row.unlisted),
                row.published,
                word(PageRole.class, row.role),
                row.inMenu,
                sections(row.sections));
    }

    static SiteListing listing(ProjectRow row) {
        return new SiteListing(
                new SiteId(row.id),
                row.name,
                word(SiteType.class, row.type),
                word(SiteStatus.class, row.status),
                row.publishedUrl,
                row.createdAt,
                row.updatedAt,
                Objects.requireNonNullElse(row.publishedAt, Instant.EPOCH));
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return new JsonObject(Json.object().put("word", word), "").choice("word", type);
    }

    static String texts(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return Json.write(array);
    }

    static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        Json.read(json).forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    static String sections(List<Section> sections) {
        ArrayNode array = Json.array();
        for (Section section : sections) {
            ObjectNode object = SiteJson.printSection(section);
            object.put("title", section.content().text("title"));
            object.put("description", description(section));
            object.set("image", image(section));
            object.put("order", array.size());
            array.add(object);
        }
        return Json.write(array);
    }

    private static String description(Section section) {
        String description = section.content().text("description");
        return description.isEmpty() ? section.content().text("text") : description;
    }

    private static JsonNode image(Section section) {
        return section.content().get("image").orElse(null) instanceof Value.Image image
                ? FieldsJson.print(image)
                : Json.object().nullNode();
    }

    static List<Section> sections(String json) {
        JsonNode array = Json.read(json);
        array.forEach(section -> ((ObjectNode) section).remove(REPEATED));
        return SiteJson.parseSections(array, "sections");
    }
}
