package org.sitewright.storage;

import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;

/// What a unit of work is about, for the journal and the audit log.
///
/// @param actor the account that does it, as text; empty when the program does
/// @param site the site that changes, as text; empty when none does
record Act(String actor, String site, String action, String label, String resourceType, String resourceId) {
    static Act onSite(Change change, SiteId site, String action, String resourceType, Object resource) {
        return new Act(
                change.actor().toString(), site.toString(), action, change.label(), resourceType, resource.toString());
    }

    static Act of(UserId actor, String action, String label, String resourceType, Object resource) {
        return new Act(actor.toString(), "", action, label, resourceType, resource.toString());
    }

    static Act ofProgram(String action, String label, String resourceType, Object resource) {
        return new Act("", "", action, label, resourceType, resource.toString());
    }

    Act by(String account) {
        return new Act(account, site, action, label, resourceType, resourceId);
    }
}
