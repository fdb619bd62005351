package org.sitewright.archive;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewright.site.Site;

/// One moment of a site's history as a project file tells it.
///
/// @param sequence its number where it was made
/// @param site as it was then; empty where the file has only the list of moments
public record ArchivedMoment(long sequence, Instant at, String label, Optional<Site> site) {
    /// The newest moment that is also among others: it was made once, before the copies parted.
    ///
    /// @param here another copy's moments
    public static Optional<ArchivedMoment> common(List<ArchivedMoment> here, List<ArchivedMoment> there) {
        Set<Object> known = new HashSet<>();
        there.forEach(moment -> known.add(moment.mark()));
        return here.reversed().stream()
                .filter(moment -> known.contains(moment.mark()))
                .findFirst();
    }

    private Object mark() {
        return List.of(at, label);
    }
}
