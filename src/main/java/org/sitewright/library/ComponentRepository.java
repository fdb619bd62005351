package org.sitewright.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;

/// Keeps components. Every method is durable when it returns and safe from any thread.
public interface ComponentRepository {
    /// Adds a component or writes one anew.
    void save(Component component, Change change);

    Optional<Component> find(UUID id);

    /// The account's own components and the public ones, by name.
    List<Component> list(UserId user);

    /// Does nothing when it is not there.
    void remove(UUID id, Change change);
}
