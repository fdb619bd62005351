package org.sitewright.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;

/// Which moments are looked at.
///
/// @param page only those that touched it; what every page shows counts too
/// @param words only those whose label has them, in any case; empty for all
public record MomentFilter(
        Optional<PageId> page, Optional<SectionId> section, Optional<MomentKind> kind, String words) {
    public static final MomentFilter ALL = new MomentFilter(Optional.empty(), Optional.empty(), Optional.empty(), "");

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean takes(Moment moment) {
        Touched touched = moment.touched();
        return page.map(wanted -> touched.pages().contains(wanted)
                                || touched.shared()
                                || touched.kind() == MomentKind.THEME)
                        .orElse(true)
                && section.map(wanted -> touched.sections().contains(wanted)).orElse(true)
                && kind.map(wanted -> wanted == touched.kind()).orElse(true)
                && (words.isBlank() || moment.label().toLowerCase(Locale.ROOT).contains(lowerWords()));
    }

    public List<Moment> of(List<Moment> moments) {
        return isAll() ? moments : moments.stream().filter(this::takes).toList();
    }

    private String lowerWords() {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
