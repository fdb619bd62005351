package org.sitewright.accounts;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.UserId;

/// Keeps API keys. Every method is durable when it returns and safe from any thread.
public interface ApiKeyRepository {
    /// Adds a key or writes one anew.
    void save(ApiKey key);

    Optional<ApiKey> findByHash(String keyHash);

    /// The keys of an account, newest first.
    List<ApiKey> list(UserId user);
}
