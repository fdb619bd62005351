package org.sitewright.forms;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;

/// Keeps the forms of each site. Every method is durable when it returns and safe from any thread.
public interface FormRepository {
    /// Adds a form or writes one anew.
    void save(Form form, Change change);

    Optional<Form> find(FormId id);

    /// The forms of a site, oldest first.
    List<Form> list(SiteId site);
}
