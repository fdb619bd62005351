package org.sitewright.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;

/// A person who uses this data folder. Its text form never shows the password's hash.
///
/// @param email in lower case
/// @param passwordHash bcrypt, cost 12
/// @param profile what the person says of themself
/// @param security how they sign in, and how often that failed
/// @param subscription what they pay for
/// @param preferences how they like the program
/// @param visits when they were here
public record Account(
        UserId id,
        String email,
        String passwordHash,
        Profile profile,
        Security security,
        Subscription subscription,
        Preferences preferences,
        Visits visits) {
    /// @param avatar the SHA-256 of a picture, or empty
    public record Profile(String name, UserType userType, String avatar, String phone, String company) {}

    /// @param failedSignIns since the last sign-in that worked
    public record Security(
            boolean emailVerified,
            boolean twoFactorEnabled,
            int failedSignIns,
            @Nullable Instant lastFailedAt) {
        public static final Security NEW = new Security(false, false, 0, null);
    }

    public record Subscription(
            Plan plan,
            @Nullable Instant trialEndsAt,
            @Nullable Instant subscriptionEndsAt) {
        public static final Subscription FREE = new Subscription(Plan.FREE, null, null);
    }

    /// @param language a BCP 47 tag
    public record Preferences(Appearance theme, String language, Notifications notifications) {
        public static final Preferences DEFAULT =
                new Preferences(Appearance.SYSTEM, "en", new Notifications(true, false, false));
    }

    public record Notifications(boolean email, boolean push, boolean sms) {}

    public record Visits(@Nullable Instant lastLogin, int loginCount, Instant createdAt, Instant updatedAt) {}

    public enum UserType {
        BUSINESS,
        STUDENT,
        STARTUP,
        FREELANCER
    }

    public enum Plan {
        FREE,
        PRO,
        BUSINESS
    }

    /// How the program's own windows look.
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    public String name() {
        return profile.name();
    }

    Account signedIn(Instant at) {
        Security cleared = new Security(security.emailVerified(), security.twoFactorEnabled(), 0, null);
        Visits more = new Visits(at, visits.loginCount() + 1, visits.createdAt(), visits.updatedAt());
        return new Account(id, email, passwordHash, profile, cleared, subscription, preferences, more);
    }

    Account failed(Instant at) {
        Security counted =
                new Security(security.emailVerified(), security.twoFactorEnabled(), security.failedSignIns() + 1, at);
        return new Account(id, email, passwordHash, profile, counted, subscription, preferences, visits);
    }

    public Account withProfile(Profile changed, Instant at) {
        return new Account(id, email, passwordHash, changed, security, subscription, preferences, changedAt(at));
    }

    public Account withPreferences(Preferences changed, Instant at) {
        return new Account(id, email, passwordHash, profile, security, subscription, changed, changedAt(at));
    }

    private Visits changedAt(Instant at) {
        return new Visits(visits.lastLogin(), visits.loginCount(), visits.createdAt(), at);
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + email + "]";
    }
}
