package org.sitewright.publish;

import java.util.Map;
import org.sitewright.render.OutputTree;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// What is to be published where, by whom.
///
/// @param sequence the number of the moment of the site that is built; 0 where that is not known
/// @param pageNames the name of the page at each path, as `prices/index.html` → `Prices`, as far as known
public record PublishRequest(
        SiteId site,
        UserId user,
        Target target,
        OutputTree tree,
        long sequence,
        Map<String, String> pageNames,
        Consent consent) {
    public PublishRequest {
        pageNames = Map.copyOf(pageNames);
    }

    /// A build of which the moment is not known.
    public PublishRequest(
            SiteId site, UserId user, Target target, OutputTree tree, Map<String, String> pageNames, Consent consent) {
        this(site, user, target, tree, 0, pageNames, consent);
    }

    PublishRequest with(OutputTree other) {
        return new PublishRequest(site, user, target, other, sequence, pageNames, consent);
    }

    /// What the user has agreed to.
    ///
    /// @param manyDeletes that more is deleted than usual, see [PublishPlan#deletesMany]
    /// @param otherSite that another site, published there before, is replaced
    public record Consent(boolean manyDeletes, boolean otherSite) {
        public static final Consent NONE = new Consent(false, false);
    }
}
