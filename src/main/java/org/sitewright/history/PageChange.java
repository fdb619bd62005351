package org.sitewright.history;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.PageId;

/// One page that two moments have differently.
///
/// @param page empty for what every page shows
/// @param settings what differs beside its sections
public record PageChange(
        Optional<PageId> page, String name, Sort sort, List<Setting> settings, List<SectionChange> sections) {
    public PageChange {
        settings = List.copyOf(settings);
        sections = List.copyOf(sections);
    }

    /// One setting in words, as it was and as it is.
    public record Setting(String name, String before, String after) {}
}
