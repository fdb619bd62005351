package org.sitewright.site;

/// Where a link leads.
public sealed interface LinkTarget {
    /// A page of the same site; `anchor` is a section's anchor there, or empty.
    record ToPage(PageId page, String anchor) implements LinkTarget {}

    /// An anchor on the page that holds the link.
    record ToAnchor(String anchor) implements LinkTarget {}

    /// An absolute `http` or `https` address. Others are kept but never written into a build.
    record ToUrl(String url) implements LinkTarget {}

    record ToMail(String address) implements LinkTarget {}

    record ToPhone(String number) implements LinkTarget {}

    record ToFile(MediaId file) implements LinkTarget {}
}
