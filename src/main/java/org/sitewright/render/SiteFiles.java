package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.text.Html;
import org.sitewright.text.Slug;

/// The files that machines read: the sitemap, the feed and the rules for crawlers.
final class SiteFiles {
    /// About as many characters as a page takes in the sitemap.
    private static final int SITEMAP_LINE = 96;

    private SiteFiles() {}

    /// @param options without an address the reserved domain `example` stands in (RFC 2606), since the sitemap protocol
    ///     allows no relative addresses
    /// @param articles of the feed, newest first; without one there is no feed
    static List<OutputFile> of(Site site, BuildOptions options, List<Feed.Article> articles) {
        String address = options.address().isEmpty() ? "https://" + host(site) + ".example/" : options.address();
        List<OutputFile> files = new ArrayList<>();
        if (options.hidden()) {
            files.add(text("robots.txt", "text/plain; charset=utf-8", Robots.hidden()));
        } else {
            files.add(text("sitemap.xml", "application/xml; charset=utf-8", sitemap(site, address, articles)));
            files.add(text(
                    "robots.txt",
                    "text/plain; charset=utf-8",
                    Robots.text(site.parts().output().crawlers(), address + "sitemap.xml")));
        }
        if (!articles.isEmpty()) {
            files.add(Feed.of(site, articles, address));
        }
        return files;
    }

    private static String host(Site site) {
        return Slug.of(site.name(), "site");
    }

    /// When a page last changed is told only of articles, which say their day. A date of the build would be no news of
    /// the page.
    private static String sitemap(Site site, String address, List<Feed.Article> articles) {
        Map<PageId, String> days = new HashMap<>();
        articles.forEach(article -> days.put(article.page().id(), article.day()));
        String start = "<url><loc>" + Html.escape(address);
        StringBuilder out = new StringBuilder(site.pages().size() * SITEMAP_LINE)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : site.pages()) {
            if ((page.isBuilt() || site.isHome(page.id())) && !page.seo().unlisted()) {
                String path = site.isHome(page.id()) ? "" : page.slug() + "/";
                String day = days.get(page.id());
                out.append(start).append(Html.escape(path)).append("</loc>");
                out.append(day == null ? "" : "<lastmod>" + day + "</lastmod>").append("</url>\n");
            }
        }
        return out.append("</urlset>\n").toString();
    }

    private static OutputFile text(String path, String type, String content) {
        return OutputFile.of(path, type, CacheControl.REVALIDATE, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
