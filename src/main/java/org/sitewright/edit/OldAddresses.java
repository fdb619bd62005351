package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.site.Site;

/// Keeps the addresses that pages had leading to them. Redirects name the page and not its address, so that however
/// often a page moves, each of its old addresses leads to it in one step.
final class OldAddresses {
    private OldAddresses() {}

    /// The page that visitors find at `/slug/`; the home page is at `/` whatever its slug.
    static Optional<Page> served(Site site, String slug) {
        return site.pages().stream()
                .filter(page -> page.slug().equals(slug) && page.role() == PageRole.PAGE && !site.isHome(page.id()))
                .findFirst();
    }

    /// The edit that a change of addresses needs beside itself.
    ///
    /// @param before the site as visitors know it
    /// @param after the same site with its pages at other addresses
    /// @param wasPublic whether anybody can know the addresses of `before`
    static List<Edit> edits(Site before, Site after, boolean wasPublic) {
        List<Redirect> kept = new ArrayList<>(before.parts().redirects());
        if (wasPublic) {
            for (Page page : before.pages()) {
                boolean had = page.isBuilt() && !before.isHome(page.id());
                boolean has = served(after, page.slug())
                        .filter(there -> there.id().equals(page.id()))
                        .isPresent();
                if (had && !has && leadsSomewhere(after, page)) {
                    kept.removeIf(each -> each.from().equals(page.slug()));
                    kept.add(new Redirect(page.slug(), new LinkTarget.ToPage(page.id(), "")));
                }
            }
        }
        kept.removeIf(each -> served(after, each.from()).isPresent());
        return kept.equals(before.parts().redirects()) ? List.of() : List.of(new Edit.SetRedirects(kept));
    }

    private static boolean leadsSomewhere(Site after, Page page) {
        return after.page(page.id())
                .filter(there -> there.isBuilt() || after.isHome(there.id()))
                .isPresent();
    }
}
