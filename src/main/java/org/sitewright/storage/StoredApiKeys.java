package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import org.sitewright.accounts.ApiKey;
import org.sitewright.accounts.ApiKeyRepository;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;

/// API keys in their table: hashes only.
public final class StoredApiKeys implements ApiKeyRepository {
    private final Store store;

    public StoredApiKeys(Store store) {
        this.store = store;
    }

    @Override
    public void save(ApiKey key) {
        store.write(Act.of(key.user(), "apikey.save", "API key " + key.name(), "api-key", key.id()), unit -> {
            ApiKeyRow row = new ApiKeyRow();
            row.id = key.id();
            row.userId = key.user().value();
            row.name = key.name();
            row.keyHash = key.keyHash();
            row.permissions = SiteRows.texts(key.permissions());
            row.lastUsedAt = key.lastUsedAt();
            row.requestCount = key.requestCount();
            row.active = key.active();
            row.createdAt = key.createdAt();
            row.expiresAt = key.expiresAt();
            unit.put(row);
            unit.tell(
                    Json.object().nullNode(),
                    Json.object().put("name", key.name()).put("active", key.active()));
            return key;
        });
    }

    @Override
    public Optional<ApiKey> findByHash(String keyHash) {
        return store.read(session -> Optional.ofNullable(
                        session.createSelectionQuery("from ApiKeyRow where keyHash = :hash", ApiKeyRow.class)
                                .setParameter("hash", keyHash)
                                .getSingleResultOrNull())
                .map(StoredApiKeys::key));
    }

    @Override
    public List<ApiKey> list(UserId user) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from ApiKeyRow where userId = :user order by createdAt desc, id", ApiKeyRow.class)
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .map(StoredApiKeys::key)
                .toList());
    }

    private static ApiKey key(ApiKeyRow row) {
        return new ApiKey(
                row.id,
                new UserId(row.userId),
                row.name,
                row.keyHash,
                SiteRows.texts(row.permissions),
                row.lastUsedAt,
                row.requestCount,
                row.active,
                row.createdAt,
                row.expiresAt);
    }
}
