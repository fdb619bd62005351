package org.sitewright.site.json;

/// JSON that is not a site. The message names the place, as `pages[2].sections[0].content.title`, and what was
/// expected there.
public final class MalformedSite extends IllegalArgumentException {
    public MalformedSite(String place, String expected) {
        super((place.isEmpty() ? "the document" : place) + ": " + expected);
    }

    MalformedSite(String expected, Throwable cause) {
        super("the document: " + expected, cause);
    }
}
