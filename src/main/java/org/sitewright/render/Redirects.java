package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.Site;
import org.sitewright.text.Html;
import org.sitewright.text.Slug;

/// Pages at old addresses that lead to the new ones, for hosts that can do nothing but serve files. A redirect whose
/// address is a page again, or that leads to a page that is not there, is left out.
final class Redirects {
    private Redirects() {}

    /// One old address and where it leads.
    ///
    /// @param from the slug
    /// @param to from the root of the site, as `prices/`, or an absolute address
    /// @param elsewhere whether it is an absolute address
    record Lead(String from, String to, boolean elsewhere) {}

    static List<Lead> leads(Site site) {
        if (site.parts().redirects().isEmpty()) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        site.pages().stream()
                .filter(page -> page.isBuilt() && !site.isHome(page.id()))
                .forEach(page -> taken.add(page.slug()));
        List<Lead> leads = new ArrayList<>();
        for (Redirect redirect : site.parts().redirects()) {
            boolean possible = Slug.isSlug(redirect.from()) && !Slug.isReserved(redirect.from());
            Optional<Lead> lead = possible ? lead(site, redirect) : Optional.empty();
            if (lead.isPresent() && taken.add(redirect.from())) {
                leads.add(lead.get());
            }
        }
        return leads;
    }

    static List<OutputFile> of(Site site, BuildOptions options) {
        return leads(site).stream()
                .map(lead -> file(lead.from(), lead.elsewhere() ? lead.to() : "../" + lead.to(), options))
                .toList();
    }

    private static Optional<Lead> lead(Site site, Redirect redirect) {
        return switch (redirect.to()) {
            case LinkTarget.ToPage(PageId wanted, String anchor) ->
                site.page(wanted)
                        .filter(page -> page.isBuilt() || site.isHome(page.id()))
                        .map(page -> new Lead(
                                redirect.from(), path(site, page) + (anchor.isEmpty() ? "" : "#" + anchor), false));
            case LinkTarget.ToUrl(String url) ->
                Optional.of(Links.url(url))
                        .filter(safe -> !safe.equals("#"))
                        .map(safe -> new Lead(redirect.from(), safe, true));
            case LinkTarget.ToAnchor none -> Optional.empty();
            case LinkTarget.ToMail none -> Optional.empty();
            case LinkTarget.ToPhone none -> Optional.empty();
            case LinkTarget.ToFile none -> Optional.empty();
        };
    }

    private static String path(Site site, Page page) {
        return site.isHome(page.id()) ? "" : page.slug() + "/";
    }

    private static OutputFile file(String from, String to, BuildOptions options) {
        String href = TemplateFunctions.attribute("href", to);
        String canonical = options.address().isEmpty() || !to.startsWith("../")
                ? ""
                : "<link rel=\"canonical\""
                        + TemplateFunctions.attribute("href", options.address() + to.substring("../".length()))
                        + ">\n";
        String html =
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved"
                        + "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=" + Html.escape(to) + "\">\n"
                        + "<meta name=\"robots\" content=\"noindex\">\n" + canonical
                        + "</head>\n<body>\n<main>\n<h1>This page has moved</h1>\n<p><a" + href
                        + ">Go to its new address</a></p>\n</main>\n</body>\n</html>\n";
        return OutputFile.of(
                from + "/index.html",
                "text/html; charset=utf-8",
                CacheControl.REVALIDATE,
                Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
    }
}
