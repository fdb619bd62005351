package org.sitewright.history;

import java.util.List;
import org.sitewright.site.SectionId;

/// One section that two moments have differently.
///
/// @param fields what differs in it; none where it came, went, or only moved
/// @param moved whether it also stands elsewhere
public record SectionChange(SectionId section, String name, Sort sort, List<FieldChange> fields, boolean moved) {
    public SectionChange {
        fields = List.copyOf(fields);
    }

    /// As "Hero: headline and picture".
    public String words() {
        return switch (sort) {
            case ADDED -> name + ": added since";
            case REMOVED -> name + ": deleted since";
            case MOVED -> name + ": moved";
            case CHANGED ->
                name + ": "
                        + SiteWords.list(fields.stream()
                                .map(field -> field.name().toLowerCase(java.util.Locale.ROOT))
                                .distinct()
                                .toList())
                        + (moved ? ", moved" : "");
        };
    }
}
