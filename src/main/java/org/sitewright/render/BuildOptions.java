package org.sitewright.render;

/// What a build must know beside the site.
///
/// @param address where the site will be seen, as `https://aurora.example/`, with a slash at the end; empty while
///     nobody knows. It goes only where a relative address is not allowed: sitemap, canonical links, cards.
public record BuildOptions(String address) {
    public static final BuildOptions WITHOUT_ADDRESS = new BuildOptions("");

    public BuildOptions {
        if (!address.isEmpty() && !address.endsWith("/")) {
            address = address + "/";
        }
    }
}
