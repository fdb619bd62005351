package org.sitewright.render;

/// The form in which a host reads how it is to redirect, cache and protect.
public enum HostForm {
    /// It reads none; pages lead on from old addresses.
    NONE,
    /// Files `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them.
    HEADERS_FILE,
    /// A file `.htaccess`, as Apache and LiteSpeed read it.
    HTACCESS,
    /// A file `vercel.json`.
    VERCEL,
    /// A piece of the settings of nginx, which the release's own settings take in.
    NGINX
}
