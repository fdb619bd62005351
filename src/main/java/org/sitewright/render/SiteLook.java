package org.sitewright.render;

import java.util.Optional;
import org.sitewright.site.Site;

/// What all pages of a build have in common around their sections.
///
/// @param stylesheet its path from the site's root
/// @param font to load early, from the site's root
/// @param feed whether the site has articles to follow
/// @param scripts of components
/// @param worker the script that makes an app of it, from the site's root; empty for a website
record SiteLook(
        Site site,
        BuildOptions options,
        String stylesheet,
        Optional<String> font,
        boolean feed,
        ComponentScripts scripts,
        String worker) {
    /// All of it that is written into a page, beside what the pages themselves hold.
    String fingerprint() {
        return Hashes.of(String.join(
                "\n",
                stylesheet,
                font.orElse(""),
                options.address(),
                Boolean.toString(feed),
                String.join(" ", scripts.files().stream().map(OutputFile::path).toList()),
                worker,
                options.hidden() ? "hidden" : ""));
    }
}
