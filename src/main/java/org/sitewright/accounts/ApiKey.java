package org.sitewright.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;

/// A key with which another program acts for an account.
///
/// @param keyHash the SHA-256 of the key, 64 hexadecimal digits; the key itself is kept nowhere
/// @param expiresAt when it ends by itself; null for never
public record ApiKey(
        UUID id,
        UserId user,
        String name,
        String keyHash,
        List<String> permissions,
        @Nullable Instant lastUsedAt,
        long requestCount,
        boolean active,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    public ApiKey {
        permissions = List.copyOf(permissions);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + name + "]";
    }
}
