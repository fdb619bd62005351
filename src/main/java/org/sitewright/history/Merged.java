package org.sitewright.history;

import java.util.List;
import org.sitewright.site.Site;

/// Two copies of a site as one.
///
/// @param site both; where they disagree, what was chosen
/// @param conflicts every disagreement
public record Merged(Site site, List<Conflict> conflicts) {
    public Merged {
        conflicts = List.copyOf(conflicts);
    }
}
