package org.sitewright.edit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;

/// What the editor has open and chosen.
public record Selection(PageId page, @Nullable SectionId sectionOrNull) {
    public static Selection of(PageId page) {
        return new Selection(page, null);
    }

    public static Selection of(PageId page, SectionId section) {
        return new Selection(page, section);
    }

    public Optional<SectionId> section() {
        return Optional.ofNullable(sectionOrNull);
    }
}
