package org.sitewright.ui.editor;

import java.util.Optional;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.Site;

/// Says in words where links lead, and why one leads nowhere.
final class LinkWords {
    private LinkWords() {}

    /// What is wrong with a link on a page, and what to do; empty when it leads somewhere, and for no link at all.
    static Optional<String> fault(LinkTarget target, Site site, Page page) {
        if (target instanceof LinkTarget.ToAnchor(String anchor) && anchor.isEmpty()) {
            return Optional.empty();
        }
        if (!new LinkCheck(site, page).leadsNowhere(target)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (target) {
                    case LinkTarget.ToPage to -> pageFault(to, site);
                    case LinkTarget.ToAnchor to -> "No section of this page has the anchor “" + to.anchor() + "”.";
                    case LinkTarget.ToUrl to -> "A web address begins with https://";
                    case LinkTarget.ToMail to -> "Write the address.";
                    case LinkTarget.ToPhone to -> "Write the number.";
                    case LinkTarget.ToFile to -> "The file is gone. Choose another one.";
                });
    }

    private static String pageFault(LinkTarget.ToPage to, Site site) {
        return site.page(to.page())
                .map(found -> found.published() || site.isHome(found.id())
                        ? "No section of “" + found.name() + "” has the anchor “" + to.anchor() + "”."
                        : "“" + found.name() + "” is a draft, which visitors do not get.")
                .orElse("The page that this led to is gone. Choose another one.");
    }

    /// Where it leads, as lists show it; empty for no link.
    static String of(LinkTarget target, Site site) {
        return switch (target) {
            case LinkTarget.ToPage to -> site.page(to.page()).map(Page::name).orElse("Page is gone");
            case LinkTarget.ToAnchor to -> to.anchor().isEmpty() ? "" : "#" + to.anchor();
            case LinkTarget.ToUrl to -> to.url().replaceFirst("^https?://(www\\.)?", "");
            case LinkTarget.ToMail to -> to.address();
            case LinkTarget.ToPhone to -> to.number();
            case LinkTarget.ToFile to -> "File";
        };
    }
}
