package org.sitewright.publish.address;

import java.time.Instant;
import java.util.List;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.address.Outside.Plain;

/// What was seen of a site's address.
///
/// @param host the name that visitors type
/// @param https whether the address itself begins with `https:`
/// @param seenAt when it was looked at
public record AddressState(
        String host,
        boolean https,
        Names names,
        SeenCertificate certificate,
        Plain plain,
        Network network,
        Instant seenAt) {
    /// Where the name leads.
    ///
    /// @param found what the name system says now, aliases first
    /// @param wanted what it should say; empty when that is not known or not the user's to say
    /// @param trouble why it could not be asked; empty otherwise
    public record Names(Status status, List<DnsRecord> found, List<DnsRecord> wanted, String trouble) {
        public Names {
            found = List.copyOf(found);
            wanted = List.copyOf(wanted);
        }

        /// How the name stands.
        public enum Status {
            /// It leads to the host of the target.
            CONNECTED,
            /// It leads somewhere; where it should lead is not known.
            RESOLVES,
            /// It leads to another host.
            ELSEWHERE,
            /// The name system does not know it.
            MISSING,
            /// No name server answered.
            UNASKED
        }
    }

    /// What is before the host.
    ///
    /// @param name in the user's words, as `CloudFront E1A2B3`; empty when there is none
    /// @param words how it stands, in words
    public record Network(CdnStatus status, String name, String words) {
        public static final Network NONE = new Network(CdnStatus.NONE, "", "");
    }

    /// What a person should do something about, most pressing first; empty when all is well.
    public List<String> warnings(Instant now) {
        return new AddressWarnings(this, now).list();
    }
}
