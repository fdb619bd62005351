package org.sitewright.render;

import java.util.function.Function;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontFamily;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;

/// Draws what the editor shows: the same markup as a build, with marks that name each section and field
/// (`data-sw-section`, `data-sw-edit`, `data-sw-image`). Safe to use from several threads.
public final class CanvasRenderer {
    private final PageRenderer pages;
    private final Stylesheet stylesheet;

    public CanvasRenderer(Catalogue catalogue) {
        this.pages = new PageRenderer(catalogue);
        this.stylesheet = new Stylesheet(catalogue);
    }

    /// What stands between `<body>` and `</body>`.
    public String body(Site site, PageId page, PictureSource pictures) {
        return pages.body(context(site, page, pictures));
    }

    /// One section as it stands on the page.
    public String section(Site site, PageId page, Section section, PictureSource pictures) {
        return pages.section(section, context(site, page, pictures));
    }

    /// The stylesheet with every kind and layout of the catalogue, so that it changes with the theme only.
    public String stylesheet(Theme theme, Function<FontFamily.Face, String> fontUrl) {
        return stylesheet.complete(theme, fontUrl);
    }

    /// The attributes of the `html` element.
    public String rootAttributes(Site site) {
        return PageRenderer.language(site) + " data-style=\""
                + site.theme().style().folder() + "\"";
    }

    private static PageContext context(Site site, PageId wanted, PictureSource pictures) {
        Page page = site.page(wanted).orElse(site.home());
        return new PageContext(site, page, site.isHome(page.id()) ? "" : "../", true, pictures);
    }
}
