package org.sitewright.render;

import java.util.List;
import java.util.Optional;
import org.sitewright.library.Catalogue;
import org.sitewright.site.Page;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.text.Html;

/// Draws whole pages.
final class PageRenderer {
    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb", "sd");

    private final SectionRenderer sections;
    private final Catalogue catalogue;

    PageRenderer(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.sections = new SectionRenderer(catalogue);
    }

    /// The sections of a page between `<body>` and `</body>`.
    String body(PageContext context) {
        Site site = context.site();
        StringBuilder out = new StringBuilder(16_384);
        out.append("<a class=\"skip\" href=\"#main\">Skip to content</a>\n");
        Optional<SectionId> first = titled(context.page());
        site.top().forEach(section -> draw(section, context, 2, out));
        out.append("<main id=\"main\">\n");
        for (Section section : context.page().sections()) {
            boolean leads = first.filter(section.id()::equals).isPresent();
            draw(section, context, leads ? 1 : 2, out);
        }
        out.append("</main>\n");
        site.bottom().forEach(section -> draw(section, context, 2, out));
        return out.toString();
    }

    /// One section as it stands on the page.
    String section(Section section, PageContext context) {
        boolean leads = titled(context.page()).filter(section.id()::equals).isPresent();
        return sections.render(section, context, leads ? 1 : 2);
    }

    static boolean isRightToLeft(Site site) {
        return RIGHT_TO_LEFT.contains(site.language().split("-")[0]);
    }

    static String language(Site site) {
        String language = Html.escape(site.language());
        return "lang=\"" + language + "\"" + (isRightToLeft(site) ? " dir=\"rtl\"" : "");
    }

    /// The section whose title is the heading of the page.
    private Optional<SectionId> titled(Page page) {
        return page.sections().stream()
                .filter(section -> !section.hidden()
                        && !RichText.plain(section.content().text("title")).isBlank()
                        && catalogue.kind(section.kind()).isPresent())
                .map(Section::id)
                .findFirst();
    }

    private void draw(Section section, PageContext context, int heading, StringBuilder out) {
        if (!section.hidden()) {
            out.append(sections.render(section, context, heading)).append('\n');
        }
    }
}
