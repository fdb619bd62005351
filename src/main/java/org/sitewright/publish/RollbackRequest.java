package org.sitewright.publish;

import java.util.Map;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// Which release is to be brought back where, by whom.
///
/// @param version of the release
/// @param pageNames the name of the page at each path, as far as known
public record RollbackRequest(
        SiteId site,
        UserId user,
        Target target,
        int version,
        Map<String, String> pageNames,
        PublishRequest.Consent consent) {
    public RollbackRequest {
        pageNames = Map.copyOf(pageNames);
    }
}
