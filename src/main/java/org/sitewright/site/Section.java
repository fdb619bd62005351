package org.sitewright.site;

/// One block of a page.
///
/// @param kind the folder of its section kind, as `hero`; kept even when no such kind is installed
/// @param variant which of the kind's layouts
/// @param anchor the name that links use for it, a slug; empty when it has none
/// @param hidden kept in the document, left out of the build
public record Section(SectionId id, String kind, String variant, Fields content, String anchor, boolean hidden) {
    public Section withContent(Fields changed) {
        return new Section(id, kind, variant, changed, anchor, hidden);
    }

    public Section withVariant(String changed) {
        return new Section(id, kind, changed, content, anchor, hidden);
    }

    public Section withAnchor(String changed) {
        return new Section(id, kind, variant, content, changed, hidden);
    }

    public Section withHidden(boolean changed) {
        return new Section(id, kind, variant, content, anchor, changed);
    }

    public Section withId(SectionId changed) {
        return new Section(changed, kind, variant, content, anchor, hidden);
    }
}
