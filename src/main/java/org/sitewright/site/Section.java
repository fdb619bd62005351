package org.sitewright.site;

/// One block of a page.
///
/// @param kind the folder of its section kind, as `hero`; kept even when no such kind is installed
/// @param variant which of the kind's layouts; of a section of kind [#COMPONENT], the id of its component
/// @param anchor the name that links use for it, a slug; empty when it has none
/// @param hidden kept in the document, left out of the build
public record Section(
        SectionId id, String kind, String variant, Fields content, String anchor, boolean hidden, SectionStyle style) {
    /// The kind of a section that shows a component of the site instead of a section kind.
    public static final String COMPONENT = "component";

    public Section(SectionId id, String kind, String variant, Fields content, String anchor, boolean hidden) {
        this(id, kind, variant, content, anchor, hidden, SectionStyle.PLAIN);
    }

    public Section withContent(Fields changed) {
        return new Section(id, kind, variant, changed, anchor, hidden, style);
    }

    public Section withVariant(String changed) {
        return new Section(id, kind, changed, content, anchor, hidden, style);
    }

    public Section withAnchor(String changed) {
        return new Section(id, kind, variant, content, changed, hidden, style);
    }

    public Section withHidden(boolean changed) {
        return new Section(id, kind, variant, content, anchor, changed, style);
    }

    public Section withStyle(SectionStyle changed) {
        return new Section(id, kind, variant, content, anchor, hidden, changed);
    }

    public Section withId(SectionId changed) {
        return new Section(changed, kind, variant, content, anchor, hidden, style);
    }
}
