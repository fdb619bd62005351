package org.sitewright.edit;

import org.sitewright.edit.TextSpot.PageText;
import org.sitewright.site.Page;
import org.sitewright.site.Seo;

/// The texts of a page beside its sections, one by one.
final class PageTexts {
    private PageTexts() {}

    static String get(Page page, PageText which) {
        return switch (which) {
            case NAME -> page.name();
            case TITLE -> page.title();
            case DESCRIPTION -> page.description();
            case META_TITLE -> page.seo().metaTitle();
            case META_DESCRIPTION -> page.seo().metaDescription();
        };
    }

    /// The page with one text changed; its address stays. A name that nothing is left of stays too.
    static Page with(Page page, PageText which, String text) {
        Seo seo = page.seo();
        return switch (which) {
            case NAME -> text.isBlank() ? page : page.withName(text, page.slug());
            case TITLE -> page.withTexts(text, page.description());
            case DESCRIPTION -> page.withTexts(page.title(), text);
            case META_TITLE -> page.withSeo(seo.withTexts(text, seo.metaDescription(), seo.keywords()));
            case META_DESCRIPTION -> page.withSeo(seo.withTexts(seo.metaTitle(), text, seo.keywords()));
        };
    }
}
