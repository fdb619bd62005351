package org.sitewright.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows out of the images that the journal has of them. A column that came with a later migration has its default.
final class PastRows {
    private PastRows() {}

    static ProjectRow project(ObjectNode image) {
        ProjectRow row = new ProjectRow();
        row.id = id(image, "id");
        row.userId = id(image, "user_id");
        row.name = text(image, "name");
        row.description = text(image, "description");
        row.type = text(image, "type");
        row.idea = text(image, "idea");
        row.requirements = text(image, "requirements");
        row.theme = json(image, "theme", "{}");
        row.language = text(image, "language");
        row.sharedTop = json(image, "shared_top", "[]");
        row.sharedBottom = json(image, "shared_bottom", "[]");
        row.parts = json(image, "parts", "{}");
        row.deletedAt = instant(image, "deleted_at");
        return row;
    }

    static PageRow page(ObjectNode image) {
        PageRow row = new PageRow();
        row.id = id(image, "id");
        row.projectId = id(image, "project_id");
        row.position = image.path("position").intValue();
        row.name = text(image, "name");
        row.slug = text(image, "slug");
        row.title = text(image, "title");
        row.description = text(image, "description");
        row.icon = text(image, "icon");
        row.sections = json(image, "sections", "[]");
        row.metaTitle = text(image, "meta_title");
        row.metaDescription = text(image, "meta_description");
        row.keywords = json(image, "keywords", "[]");
        row.socialImage = text(image, "social_image");
        row.unlisted = image.path("unlisted").booleanValue(false);
        row.published = image.path("published").booleanValue(true);
        row.role = image.has("role") ? text(image, "role") : "page";
        row.inMenu = image.path("in_menu").booleanValue(true);
        return row;
    }

    static FormRow form(ObjectNode image) {
        FormRow row = new FormRow();
        row.id = id(image, "id");
        row.projectId = id(image, "project_id");
        row.position = image.path("position").intValue(0);
        JsonNode page = image.path("page_id");
        row.pageId = page.isString() ? UUID.fromString(page.stringValue()) : null;
        row.name = text(image, "name");
        row.fields = json(image, "fields", "[]");
        row.submit = text(image, "submit");
        row.thanks = text(image, "thanks");
        row.notificationEmail = text(image, "notification_email");
        row.webhookUrl = text(image, "webhook_url");
        row.deletedAt = instant(image, "deleted_at");
        return row;
    }

    static UUID id(ObjectNode image, String column) {
        return UUID.fromString(image.path(column).stringValue());
    }

    static String text(ObjectNode image, String column) {
        return image.path(column).stringValue("");
    }

    static @Nullable Instant instant(ObjectNode image, String column) {
        JsonNode value = image.path(column);
        return value.isString() ? Instant.parse(value.stringValue()) : null;
    }

    private static String json(ObjectNode image, String column, String otherwise) {
        return image.has(column) ? Json.write(image.path(column)) : otherwise;
    }
}
