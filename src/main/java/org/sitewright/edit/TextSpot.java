package org.sitewright.edit;

import org.sitewright.site.FieldPath;
import org.sitewright.site.FormId;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;

/// A piece of a site's words in which something was found.
///
/// @param text the words alone, without markup
/// @param count how often it was found there
public record TextSpot(Where where, String text, int count) {
    /// What the words belong to.
    public sealed interface Where {
        /// A text, or what a picture shows.
        record InSection(SectionId section, FieldPath path) implements Where {}

        record OfPage(PageId page, PageText which) implements Where {}

        /// All that visitors read of a form.
        record OfForm(FormId form) implements Where {}

        record InMenu(String item) implements Where {}
    }

    /// The texts of a page beside its sections.
    public enum PageText {
        NAME,
        TITLE,
        DESCRIPTION,
        META_TITLE,
        META_DESCRIPTION
    }
}
