package org.sitewright.publish.address;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.DeliveryNetwork;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.Target;
import org.sitewright.publish.address.AddressState.Names;
import org.sitewright.publish.address.AddressState.Names.Status;

/// Looks at the public address of a target: where its name leads, what certificate it shows, whether plain HTTP leads
/// to HTTPS, and how the network before it stands.
public final class AddressCheck {
    private static final Logger LOG = System.getLogger(AddressCheck.class.getName());
    private static final int HTTPS = 443;
    private static final List<String> OF_HOSTS = List.of(
            ".vercel.app",
            ".herokuapp.com",
            ".github.io",
            ".gitlab.io",
            ".cloudfront.net",
            ".amazonaws.com",
            ".r2.dev",
            ".backblazeb2.com");

    private final Outside outside;
    private final Clock clock;

    public AddressCheck(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    /// Whether a target has an address that can be looked at from outside.
    public static boolean applies(Target target) {
        return address(target).isPresent();
    }

    /// @param open the target itself, asked for the network before it
    /// @return empty when the target has no public address, or one of this computer only
    public Optional<AddressState> look(Target target, PublishTarget open) {
        return address(target).map(address -> look(target, address, open));
    }

    private AddressState look(Target target, URI address, PublishTarget open) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean https = "https".equals(address.getScheme());
        Known known = network(open);
        Names names = names(host, target, () -> known.name().or(() -> open.nameFor(host)));
        boolean reaches = !names.found().isEmpty();
        int port = https && address.getPort() > 0 ? address.getPort() : HTTPS;
        return new AddressState(
                host,
                https,
                names,
                reaches
                        ? outside.certificate(host, port)
                        : SeenCertificate.none(SslStatus.UNKNOWN, "the name leads nowhere yet"),
                reaches ? outside.plain(host) : Outside.Plain.UNKNOWN,
                known.network(),
                clock.instant());
    }

    private Names names(String host, Target target, Supplier<Optional<String>> named) {
        try {
            List<DnsRecord> found = outside.records(host);
            boolean given = OF_HOSTS.stream().anyMatch(host::endsWith);
            List<DnsRecord> wanted =
                    given ? List.of() : new WantedRecords(outside).of(host, target.settings(), named(named));
            return new Names(status(given, found, wanted), found, wanted, "");
        } catch (PublishProblem silent) {
            return new Names(Status.UNASKED, List.of(), List.of(), silent.happened());
        }
    }

    /// A host that does not say it now leaves what is known of it without asking.
    private static Optional<String> named(Supplier<Optional<String>> asked) {
        try {
            return asked.get();
        } catch (PublishProblem refused) {
            LOG.log(Level.DEBUG, "the host does not name what the domain should lead to", refused);
            return Optional.empty();
        }
    }

    private Status status(boolean given, List<DnsRecord> found, List<DnsRecord> wanted) {
        if (found.isEmpty()) {
            return Status.MISSING;
        }
        if (given) {
            return Status.CONNECTED;
        }
        if (wanted.isEmpty()) {
            return Status.RESOLVES;
        }
        Set<String> values = found.stream().map(DnsRecord::value).collect(Collectors.toSet());
        if (wanted.stream().map(DnsRecord::value).anyMatch(values::contains)) {
            return Status.CONNECTED;
        }
        return leadsThere(values, wanted) ? Status.CONNECTED : Status.ELSEWHERE;
    }

    /// Many name services write the addresses of an alias in its place, which is the only way for a domain itself.
    private boolean leadsThere(Set<String> values, List<DnsRecord> wanted) {
        Set<String> there = new HashSet<>();
        for (DnsRecord record : wanted) {
            if (record.type() == DnsRecord.Type.CNAME) {
                outside.records(record.value()).forEach(each -> there.add(each.value()));
            }
        }
        there.retainAll(values);
        return !there.isEmpty();
    }

    private record Known(AddressState.Network network, Optional<String> name) {}

    private static Known network(PublishTarget open) {
        DeliveryNetwork before = open.network().orElse(null);
        if (before == null) {
            return new Known(AddressState.Network.NONE, Optional.empty());
        }
        try {
            DeliveryNetwork.State state = before.state();
            return new Known(
                    new AddressState.Network(state.status(), before.describe(), state.words()),
                    Optional.of(state.name()).filter(name -> !name.isEmpty()));
        } catch (PublishProblem refused) {
            return new Known(
                    new AddressState.Network(CdnStatus.FAILED, before.describe(), refused.happened()),
                    Optional.empty());
        }
    }

    private static Optional<URI> address(Target target) {
        String url = target.settings().publicUrl();
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            boolean named = host != null
                    && !host.equals("localhost")
                    && !host.matches("[0-9.]+")
                    && !host.startsWith("[")
                    && host.contains(".");
            return named ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
