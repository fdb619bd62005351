package org.sitewright.publish;

import java.net.URI;

/// Looks at public addresses as a visitor does.
@FunctionalInterface
public interface Visitor {
    /// Sees nothing, for places without a public address and where nobody may go online.
    Visitor NOBODY = address -> new Seen(-1, "", "nobody looked");

    /// Fetches an address. Bounded in time and size; never throws for what the host says.
    Seen visit(URI address);

    /// What a visitor got.
    ///
    /// @param status of HTTP; 0 when nothing answered; below 0 when nobody looked
    /// @param sha256 of the body, 64 lower-case hexadecimal digits; empty unless the status is 200
    /// @param fault why nothing answered, in words; else empty
    record Seen(int status, String sha256, String fault) {}
}
