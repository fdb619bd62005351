package org.sitewright.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sitewright.site.Fields;
import org.sitewright.site.Focal;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.PageId;
import org.sitewright.site.Value;
import tools.jackson.databind.JsonNode;

/// Reads the content of starters and samples, which name pictures by file and pages by slug.
final class ContentReader {
    private final Path file;
    private final Ids ids;
    private final Function<String, MediaId> media;
    private final Map<String, PageId> pages;

    ContentReader(Path file, Ids ids, Function<String, MediaId> media, Map<String, PageId> pages) {
        this.file = file;
        this.ids = ids;
        this.media = media;
        this.pages = Map.copyOf(pages);
    }

    Fields fields(JsonNode object) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!entry.getKey().equals("id") && !entry.getValue().isNull()) {
                values.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
            }
        }
        return new Fields(values);
    }

    private Value value(String name, JsonNode node) {
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
            List<Value.Item> items = new ArrayList<>();
            for (JsonNode item : node) {
                items.add(new Value.Item(ids.nextItem(), fields(item)));
            }
            return new Value.Items(items);
        }
        if (node.has("media")) {
            return image(node);
        }
        return new Value.Link(link(name, node));
    }

    private Value.Image image(JsonNode node) {
        JsonNode focal = node.path("focal");
        return new Value.Image(
                media.apply(node.path("media").stringValue()),
                node.path("alt").asString(""),
                focal.size() == 2
                        ? new Focal(focal.get(0).asDouble(), focal.get(1).asDouble())
                        : Focal.CENTRE);
    }

    private LinkTarget link(String name, JsonNode node) {
        String anchor = node.path("anchor").asString("");
        if (node.has("page")) {
            String slug = node.path("page").asString("");
            PageId page = pages.get(slug);
            if (page == null) {
                throw new CatalogueProblem(
                        file, "\"" + name + "\" links to the page \"" + slug + "\", which is not there");
            }
            return new LinkTarget.ToPage(page, anchor);
        }
        if (node.has("url")) {
            return new LinkTarget.ToUrl(node.path("url").asString(""));
        }
        if (node.has("mail")) {
            return new LinkTarget.ToMail(node.path("mail").asString(""));
        }
        if (node.has("phone")) {
            return new LinkTarget.ToPhone(node.path("phone").asString(""));
        }
        if (!anchor.isEmpty()) {
            return new LinkTarget.ToAnchor(anchor);
        }
        throw new CatalogueProblem(file, "\"" + name + "\" is neither a picture nor a link");
    }
}
