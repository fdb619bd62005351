package org.sitewright.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.library.component.ComponentCode;
import org.sitewright.library.component.Markers;
import org.sitewright.library.component.SafeHtml;
import org.sitewright.site.PageId;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.Site;

/// Makes the code of a component out of a section: its markup, what could be edited in it as fields, and the rules of
/// its kind that it needs. Its pictures become picture fields, since a component carries no files.
public final class SectionAsComponent {
    private static final Optional<PictureSource.Picture> NO_PICTURE =
            Optional.of(new PictureSource.Picture(1200, 900, "", List.of()));

    private final Catalogue catalogue;
    private final CanvasRenderer renderer;

    public SectionAsComponent(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.renderer = new CanvasRenderer(catalogue);
    }

    /// What to call it.
    public String name(Section section) {
        String title = RichText.plain(section.content().text("title")).strip();
        String kind = catalogue.kind(section.kind()).map(SectionKind::name).orElse("Section");
        return title.isEmpty() ? kind : title;
    }

    public ComponentCode code(Site site, PageId page, Section section) {
        Document document = Jsoup.parseBodyFragment(renderer.section(site, page, section, media -> NO_PICTURE));
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        Map<String, String> names = new LinkedHashMap<>();
        for (Element element : List.copyOf(body.getAllElements())) {
            mark(element, names);
        }
        String html = SafeHtml.of(body.html()).text().strip();
        Set<String> classes = new HashSet<>();
        UsedCss.collect(body.html(), classes);
        String css =
                UsedCss.of(rules(site, section), classes).replace("}", "}\n").replaceAll("\n\\s*}", "}");
        return new ComponentCode(html + "\n", ":root{inline-size:100%}\n" + css.strip() + "\n", "");
    }

    private static void mark(Element element, Map<String, String> names) {
        String path = element.attr("data-sw-edit");
        if (!path.isEmpty()) {
            boolean plain = element.children().isEmpty();
            element.attr(plain ? Markers.TEXT : Markers.RICH, named(path, names));
        }
        String picture = element.attr("data-sw-image");
        Element img = picture.isEmpty() ? null : element.selectFirst("img");
        if (img != null) {
            img.attr(Markers.SRC, named(picture, names)).removeAttr("src").removeAttr("srcset");
        }
        for (var attribute : List.copyOf(element.attributes().asList())) {
            if (attribute.getKey().startsWith("data-sw-")) {
                element.removeAttr(attribute.getKey());
            }
        }
    }

    /// `items.i0123.text` becomes `items-1-text`: the ids of entries mean nothing in a component.
    private static String named(String path, Map<String, String> names) {
        StringBuilder out = new StringBuilder();
        for (String step : path.split("\\.")) {
            String kept = step.matches("i[0-9a-f]{11,}")
                    ? names.computeIfAbsent(step, each -> String.valueOf(names.size() + 1))
                    : step.replaceAll("([a-z])([A-Z])", "$1-$2")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-");
            out.append(out.isEmpty() ? "" : "-").append(kept);
        }
        String name = out.toString();
        return name.matches("[a-z][a-z0-9-]{0,39}") ? name : "field-" + names.size();
    }

    private String rules(Site site, Section section) {
        return catalogue
                .kind(section.kind())
                .map(kind -> {
                    Path folder = catalogue.folder().resolve("sections").resolve(kind.kind());
                    String variant = kind.variantOrFirst(section.variant()).name();
                    String voice = site.theme().style().folder();
                    return read(folder.resolve("style.css"))
                            + read(folder.resolve(variant + ".css"))
                            + read(folder.resolve(voice + ".css"));
                })
                .orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? CssText.tight(Files.readString(file)) : "";
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
