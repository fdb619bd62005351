package org.sitewright.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sitewright.site.Brief;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteType;
import org.sitewright.site.Theme;
import org.sitewright.site.UserId;
import tools.jackson.databind.JsonNode;

/// Makes a new site from a starter, and new sections from a kind's sample.
public final class StarterReader {
    private final Catalogue catalogue;
    private final Ids ids;

    public StarterReader(Catalogue catalogue, Ids ids) {
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /// @param keep stores a picture that ships with the starter and names its bytes
    /// @throws CatalogueProblem when the starter is broken
    public Site read(Starter starter, String name, UserId owner, Function<Path, MediaId> keep) {
        Path file = starter.folder().resolve("starter.json");
        JsonNode json = CatalogueJson.read(file, 1);
        CatalogueJson in = new CatalogueJson(file, json);
        Map<String, PageId> pageIds = new HashMap<>();
        for (JsonNode page : in.list("pages")) {
            pageIds.put(page.path("slug").asString(""), new PageId(ids.next()));
        }
        Path media = starter.folder().resolve("media");
        ContentReader content = new ContentReader(file, ids, each -> keep.apply(media.resolve(each)), pageIds);
        List<Page> pages = new ArrayList<>();
        for (JsonNode page : in.list("pages")) {
            pages.add(page(new CatalogueJson(file, page), pageIds, content));
        }
        Site site = new Site(
                new SiteId(ids.next()),
                owner,
                name,
                starter.description(),
                SiteType.WEBSITE,
                Brief.EMPTY,
                in.textOr("language", "en"),
                theme(starter, new CatalogueJson(file, json.path("theme"))),
                sections(in.list("top"), content),
                pages,
                sections(in.list("bottom"), content));
        return site.withParts(site.parts().withOutput(OutputChoices.DEFAULT.withAbout(about(in))));
    }

    /// Whom a site of this kind presents, which its owner can change.
    private static OutputChoices.About about(CatalogueJson in) {
        String word = in.textOr("about", "unsaid");
        return switch (word) {
            case "unsaid" -> OutputChoices.About.UNSAID;
            case "person" -> OutputChoices.About.PERSON;
            case "organization" -> OutputChoices.About.ORGANIZATION;
            case "local-business" -> OutputChoices.About.LOCAL_BUSINESS;
            default -> throw in.problem("\"about\" cannot be \"" + word + "\"");
        };
    }

    /// A new section with the kind's sample content.
    ///
    /// @param keep stores a sample picture and names its bytes
    public Section sample(SectionKind kind, String variant, Function<Path, MediaId> keep) {
        Path samples = catalogue.folder().resolve("sections").resolve("_samples");
        ContentReader content = new ContentReader(
                kind.folder().resolve("section.json"), ids, each -> keep.apply(samples.resolve(each)), Map.of());
        return new Section(
                new SectionId(ids.next()),
                kind.kind(),
                kind.variantOrFirst(variant).name(),
                content.fields(kind.sample()),
                "",
                false);
    }

    private Theme theme(Starter starter, CatalogueJson in) {
        Theme preset = catalogue.theme(starter.style()).theme();
        Theme.ColorMode mode =
                switch (in.textOr("mode", "auto")) {
                    case "light" -> Theme.ColorMode.LIGHT;
                    case "dark" -> Theme.ColorMode.DARK;
                    default -> Theme.ColorMode.AUTO;
                };
        return new Theme(
                starter.style(),
                in.textOr("seed", preset.seed()),
                in.textOr("neutral", preset.neutral()),
                in.textOr("display", preset.display()),
                in.textOr("body", preset.body()),
                in.textOr("mono", preset.mono()),
                mode);
    }

    private Page page(CatalogueJson in, Map<String, PageId> pageIds, ContentReader content) {
        List<String> keywords = new ArrayList<>();
        for (JsonNode keyword : in.list("keywords")) {
            keywords.add(keyword.asString(""));
        }
        String slug = in.text("slug");
        return new Page(
                pageIds.getOrDefault(slug, new PageId(ids.next())),
                in.text("name"),
                slug,
                in.textOr("title", in.text("name")),
                in.textOr("description", ""),
                in.textOr("icon", "file"),
                new Seo(in.textOr("metaTitle", ""), in.textOr("metaDescription", ""), keywords),
                true,
                sections(in.list("sections"), content));
    }

    private List<Section> sections(Iterable<JsonNode> list, ContentReader content) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode each : list) {
            sections.add(new Section(
                    new SectionId(ids.next()),
                    each.path("kind").asString(""),
                    each.path("variant").asString(""),
                    content.fields(each.path("content")),
                    each.path("anchor").asString(""),
                    false));
        }
        return sections;
    }
}
