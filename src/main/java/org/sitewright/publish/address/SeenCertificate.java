package org.sitewright.publish.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.SslStatus;

/// The certificate of a host as a browser would judge it.
///
/// @param status [SslStatus#ACTIVE] when browsers accept it
/// @param issuer who signed it, as `Let's Encrypt`; empty when none was shown
/// @param expires when it ends; null when none was shown
/// @param chain the names of all certificates that were sent, the host's own first
/// @param trouble why browsers refuse it, in words; empty when they do not
public record SeenCertificate(
        SslStatus status, String issuer, @Nullable Instant expires, List<String> chain, String trouble) {
    /// From here on a person is warned: those who renew themselves have done so long before.
    static final Duration SOON = Duration.ofDays(14);

    public SeenCertificate {
        chain = List.copyOf(chain);
    }

    /// A host that showed none.
    ///
    /// @param trouble why, in words
    public static SeenCertificate none(SslStatus status, String trouble) {
        return new SeenCertificate(status, "", null, List.of(), trouble);
    }

    /// Whether it is accepted now but ends within two weeks.
    public boolean endsSoon(Instant now) {
        return status == SslStatus.ACTIVE && expires != null && expires.isBefore(now.plus(SOON));
    }
}
