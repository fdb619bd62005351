package org.sitewright.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;

/// What the editor has open and chosen.
///
/// @param sections each once, in the order in which they were chosen; the last one is what the panels show
public record Selection(PageId page, List<SectionId> sections) {
    public Selection {
        sections = List.copyOf(new LinkedHashSet<>(sections));
    }

    public static Selection of(PageId page) {
        return new Selection(page, List.of());
    }

    public static Selection of(PageId page, SectionId section) {
        return new Selection(page, List.of(section));
    }

    /// The one that was chosen last.
    public Optional<SectionId> section() {
        return sections.isEmpty() ? Optional.empty() : Optional.of(sections.getLast());
    }

    public boolean has(SectionId section) {
        return sections.contains(section);
    }

    /// Adds the section or, where it is chosen already, takes it out.
    public Selection toggled(SectionId section) {
        List<SectionId> changed = new ArrayList<>(sections);
        if (!changed.remove(section)) {
            changed.add(section);
        }
        return new Selection(page, changed);
    }
}
