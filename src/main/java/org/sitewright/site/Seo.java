package org.sitewright.site;

import java.util.List;

/// What search engines and cards show; an empty text means "derive it from the page".
public record Seo(String metaTitle, String metaDescription, List<String> keywords) {
    public static final Seo EMPTY = new Seo("", "", List.of());

    public Seo {
        keywords = List.copyOf(keywords);
    }
}
