package org.sitewright.publish.address;

import java.util.List;
import org.sitewright.publish.PublishProblem;

/// Looks at a host from outside, as a visitor's computer does, without any key of ours.
public interface Outside {
    /// The records that lead to a host, aliases first and in the order in which they are followed.
    ///
    /// @return empty when the name system has none
    /// @throws PublishProblem when no name server answers
    List<DnsRecord> records(String host);

    /// The certificate that a host shows when it is asked by HTTPS. Never throws for what it sees.
    ///
    /// @param port usually 443
    SeenCertificate certificate(String host, int port);

    /// Where the plain address of a host, `http://…/`, leads.
    Plain plain(String host);

    /// What the plain address does.
    enum Plain {
        /// It leads to HTTPS on the same host, or on the same with or without `www.`
        TO_HTTPS,
        /// It shows pages itself.
        OPEN,
        /// Nobody answers there.
        CLOSED,
        /// It leads somewhere else.
        ELSEWHERE,
        /// It could not be asked.
        UNKNOWN
    }
}
