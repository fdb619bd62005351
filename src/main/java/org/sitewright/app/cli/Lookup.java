package org.sitewright.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Edits;
import org.sitewright.publish.Target;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.text.Slug;

/// Finds what a person named: by id, by slug, or by a name that only one thing has.
final class Lookup {
    private final Workspace workspace;
    private final Account account;

    Lookup(Workspace workspace, Account account) {
        this.workspace = workspace;
        this.account = account;
    }

    SiteListing listing(String wanted) {
        List<SiteListing> all = workspace.sites().list(account.id());
        Optional<SiteListing> byId = one(all, site -> site.id().toString().equals(wanted), wanted);
        return byId.or(() -> one(all, site -> Slug.of(site.name(), "").equals(wanted), wanted))
                .or(() -> one(all, site -> site.name().equalsIgnoreCase(wanted), wanted))
                .orElseThrow(() -> new NotHere(
                        "There is no site “" + shortened(wanted) + "”.", "See “sitewright list” for those there are."));
    }

    Site site(String wanted) {
        return workspace
                .sites()
                .find(listing(wanted).id())
                .orElseThrow(() -> new NotHere("The site is not here any more.", "See “sitewright list”."));
    }

    /// A page by id, slug or name; `top` and `bottom` stand for what every page shares.
    Place place(Site site, String wanted) {
        if (wanted.equals("top")) {
            return new Place.Top();
        }
        if (wanted.equals("bottom")) {
            return new Place.Bottom();
        }
        Page page = one(site.pages(), each -> each.id().toString().equals(wanted), wanted)
                .or(() -> one(site.pages(), each -> each.slug().equals(wanted), wanted))
                .or(() -> one(site.pages(), each -> each.name().equalsIgnoreCase(wanted), wanted))
                .orElseThrow(() -> new NotHere(
                        "The site has no page “" + shortened(wanted) + "”.",
                        "Its pages are: "
                                + String.join(
                                        ", ",
                                        site.pages().stream().map(Page::slug).toList())
                                + "; “top” and “bottom” are shared by all."));
        return new Place.OnPage(page.id());
    }

    /// A section by id, by its number from 1, or by a kind that is there once.
    Section section(Site site, Place place, String wanted) {
        List<Section> sections = Edits.at(site, place);
        if (wanted.matches("\\d{1,4}")) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= sections.size()) {
                return sections.get(number - 1);
            }
        }
        return one(sections, section -> section.id().toString().equals(wanted), wanted)
                .or(() -> one(sections, section -> section.kind().equals(wanted), wanted))
                .orElseThrow(() -> new NotHere(
                        "There is no section “" + shortened(wanted) + "” there.",
                        "“sitewright show” lists the sections with their ids and numbers."));
    }

    Target target(String wanted) {
        return workspace
                .targets()
                .find(account.id(), wanted)
                .orElseThrow(() -> new NotHere(
                        "There is no target “" + shortened(wanted) + "”.",
                        "See “sitewright target list”, or add one with “sitewright target add”."));
    }

    private static <T> Optional<T> one(List<T> all, Predicate<T> matches, String wanted) {
        List<T> found = all.stream().filter(matches).toList();
        if (found.size() > 1) {
            throw new NotHere(
                    "“" + shortened(wanted) + "” could be any of " + found.size() + ".",
                    "Name the one you mean by its id.");
        }
        return found.stream().findFirst();
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
