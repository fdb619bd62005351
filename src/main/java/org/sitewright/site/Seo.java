package org.sitewright.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What search engines and cards show; an empty text means "derive it from the page".
///
/// @param image the picture of the card that is shown where the page is shared; null for one drawn from the page
/// @param unlisted whether search engines are asked to leave the page out
public record Seo(
        String metaTitle,
        String metaDescription,
        List<String> keywords,
        @Nullable MediaId image,
        boolean unlisted) {
    public static final Seo EMPTY = new Seo("", "", List.of());

    public Seo {
        keywords = List.copyOf(keywords);
    }

    public Seo(String metaTitle, String metaDescription, List<String> keywords) {
        this(metaTitle, metaDescription, keywords, null, false);
    }

    public Seo withTexts(String changedTitle, String changedDescription, List<String> changedKeywords) {
        return new Seo(changedTitle, changedDescription, changedKeywords, image, unlisted);
    }

    public Seo withImage(@Nullable MediaId changed) {
        return new Seo(metaTitle, metaDescription, keywords, changed, unlisted);
    }

    public Seo withUnlisted(boolean changed) {
        return new Seo(metaTitle, metaDescription, keywords, image, changed);
    }
}
