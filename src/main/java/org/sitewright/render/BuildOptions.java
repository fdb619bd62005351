package org.sitewright.render;

/// What a build must know beside the site.
///
/// @param address where the site will be seen, as `https://aurora.example/`, with a slash at the end; empty while
///     nobody knows. It goes only where a relative address is not allowed: sitemap, canonical links, cards.
/// @param host in what form the host reads its rules
/// @param hidden whether search engines are asked to leave the whole site out, as while it is only staged
public record BuildOptions(String address, HostForm host, boolean hidden) {
    public static final BuildOptions WITHOUT_ADDRESS = new BuildOptions("");

    public BuildOptions {
        if (!address.isEmpty() && !address.endsWith("/")) {
            address = address + "/";
        }
    }

    public BuildOptions(String address, HostForm host) {
        this(address, host, false);
    }

    public BuildOptions(String address) {
        this(address, HostForm.NONE);
    }

    public BuildOptions hidden(boolean wanted) {
        return new BuildOptions(address, host, wanted);
    }

    /// Only web addresses go into a build; what is published into a folder has none.
    ///
    /// @param address any address, as a target tells it
    public static BuildOptions at(String address, HostForm host) {
        boolean web = address.startsWith("https://") || address.startsWith("http://");
        return new BuildOptions(web ? address : "", host);
    }
}
