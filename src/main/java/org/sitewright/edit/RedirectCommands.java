package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.Site;
import org.sitewright.text.Slug;

/// What a user can do with the old addresses of a site.
public final class RedirectCommands {
    /// Puts a redirect in the place of the one at `instead`, or at the end when that is empty.
    public Command put(String instead, Redirect redirect) {
        return state -> {
            if (problem(state.site(), instead, redirect).isPresent()) {
                return Optional.empty();
            }
            List<Redirect> changed = new ArrayList<>();
            boolean found = false;
            for (Redirect each : state.site().parts().redirects()) {
                boolean replaced = each.from().equals(instead);
                found |= replaced;
                changed.add(replaced ? redirect : each);
            }
            if (!found) {
                changed.add(redirect);
            }
            return set(state, "Redirect /" + redirect.from() + "/", changed);
        };
    }

    public Command remove(String from) {
        return state -> set(
                state,
                "Delete redirect /" + from + "/",
                state.site().parts().redirects().stream()
                        .filter(each -> !each.from().equals(from))
                        .toList());
    }

    /// The slug that an address means as people write it: `/Old-prices/` is `old-prices`.
    public static String slug(String address) {
        return address.strip().replaceAll("^/+|/+$", "").toLowerCase(java.util.Locale.ROOT);
    }

    /// What is wrong with a redirect, in words.
    ///
    /// @param instead the address of the redirect that it replaces, or empty
    public static Optional<String> problem(Site site, String instead, Redirect redirect) {
        if (!Slug.isSlug(redirect.from())) {
            return Optional.of("An address has small letters, digits and hyphens only, as old-prices.");
        }
        if (Slug.isReserved(redirect.from())) {
            return Optional.of("“" + redirect.from() + "” is used by the site itself.");
        }
        Optional<Page> there = OldAddresses.served(site, redirect.from());
        if (there.isPresent()) {
            return Optional.of("The page " + there.get().name() + " is at this address.");
        }
        boolean taken = !redirect.from().equals(instead)
                && site.parts().redirects().stream()
                        .anyMatch(each -> each.from().equals(redirect.from()));
        return taken ? Optional.of("This address leads somewhere already.") : target(site, redirect.to());
    }

    /// What is wrong with where a redirect leads, in words.
    public static Optional<String> target(Site site, LinkTarget to) {
        return switch (to) {
            case LinkTarget.ToPage(PageId wanted, String anchor) ->
                site.page(wanted)
                        .map(page -> page.isBuilt() || site.isHome(wanted)
                                ? Optional.<String>empty()
                                : Optional.of(
                                        "“" + page.name() + "” is not part of the site, so visitors get nowhere."))
                        .orElse(Optional.of("The page it leads to is gone."));
            case LinkTarget.ToUrl(String url) ->
                url.matches("(?i)https?://[^\\s/.]+\\.[^\\s]+")
                        ? Optional.empty()
                        : Optional.of("A web address begins with https://.");
            case LinkTarget.ToAnchor other -> Optional.of("A redirect leads to a page or a web address.");
            case LinkTarget.ToMail other -> Optional.of("A redirect leads to a page or a web address.");
            case LinkTarget.ToPhone other -> Optional.of("A redirect leads to a page or a web address.");
            case LinkTarget.ToFile other -> Optional.of("A redirect leads to a page or a web address.");
        };
    }

    private static Optional<Transaction> set(EditorState state, String label, List<Redirect> redirects) {
        return redirects.equals(state.site().parts().redirects())
                ? Optional.empty()
                : Optional.of(new Transaction(
                        label,
                        "",
                        List.of(new Edit.SetRedirects(redirects)),
                        state.selection(),
                        Transaction.Source.PANEL));
    }
}
