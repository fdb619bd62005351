package org.sitewright.render;

import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;

/// What a section sees of the page that it is drawn on.
///
/// @param up leads from the page to the site's root: empty, or `../`, or an absolute path that ends with `/`
/// @param canvas whether editing marks are written
record PageContext(Site site, Page page, String up, boolean canvas, PictureSource pictures) {
    /// What the canvas shows of a link to a page that is gone, so that it can be marked.
    static final String GONE = "#sw-gone";

    /// The address of a page, relative to this one.
    String hrefOf(PageId wanted) {
        if (canvas && site.page(wanted).isEmpty()) {
            return GONE;
        }
        return site.page(wanted).filter(this::isShown).map(this::hrefOf).orElse("#");
    }

    /// The address of a page that is published, relative to this one.
    String hrefOf(Page page) {
        return site.isHome(page.id()) ? home() : up + page.slug() + "/";
    }

    /// Whether visitors reach the page by an address of its own.
    boolean isShown(Page page) {
        return page.isBuilt() || site.isHome(page.id());
    }

    String home() {
        return up.isEmpty() ? "./" : up;
    }

    /// A file of the build, relative to this page; absolute addresses stay.
    String file(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url : up + url;
    }
}
