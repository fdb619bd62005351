package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserRow extends Row {
    String email;

    String password;

    String name;

    String userType;

    String avatar;

    boolean emailVerified;

    boolean twoFactorEnabled;

    String phone;

    String company;

    String plan;

    @Nullable
    Instant trialEndsAt;

    @Nullable
    Instant subscriptionEndsAt;

    String theme;

    String language;

    @JdbcTypeCode(SqlTypes.JSON)
    String notifications;

    @Nullable
    Instant lastLogin;

    int loginCount;

    int failedSignIns;

    @Nullable
    Instant lastFailedAt;

    Instant createdAt;

    Instant updatedAt;
}
