package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.text.Html;

/// The files that machines read: the sitemap and the rules for crawlers.
final class SiteFiles {
    private SiteFiles() {}

    /// @param options without an address the reserved domain `example` stands in (RFC 2606), since the sitemap protocol
    ///     allows no relative addresses
    static List<OutputFile> of(Site site, BuildOptions options) {
        String address = options.address().isEmpty() ? "https://" + host(site) + ".example/" : options.address();
        List<OutputFile> files = new ArrayList<>();
        files.add(text("sitemap.xml", "application/xml; charset=utf-8", sitemap(site, address)));
        files.add(text(
                "robots.txt",
                "text/plain; charset=utf-8",
                "User-agent: *\nAllow: /\n\nSitemap: " + address + "sitemap.xml\n"));
        return files;
    }

    private static String host(Site site) {
        return org.sitewright.text.Slug.of(site.name(), "site");
    }

    private static String sitemap(Site site, String address) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : site.pages()) {
            if ((page.isBuilt() || site.isHome(page.id())) && !page.seo().unlisted()) {
                String path = site.isHome(page.id()) ? "" : page.slug() + "/";
                out.append("<url><loc>").append(Html.escape(address + path)).append("</loc></url>\n");
            }
        }
        return out.append("</urlset>\n").toString();
    }

    private static OutputFile text(String path, String type, String content) {
        return OutputFile.of(path, type, CacheControl.REVALIDATE, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
