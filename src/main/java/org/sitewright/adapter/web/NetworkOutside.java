package org.sitewright.adapter.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sitewright.publish.address.DnsRecord;
import org.sitewright.publish.address.Outside;
import org.sitewright.publish.address.SeenCertificate;

/// The network as this computer sees it.
public final class NetworkOutside implements Outside {
    private final NameService names;
    private final ShownCertificate certificates;
    private final PlainAddress plain = new PlainAddress();

    public NetworkOutside(Clock clock) {
        names = new NameService("");
        certificates = new ShownCertificate(Optional.empty(), InetSocketAddress::new, clock);
    }

    @Override
    public List<DnsRecord> records(String host) {
        return names.records(host);
    }

    @Override
    public SeenCertificate certificate(String host, int port) {
        return certificates.look(host, port);
    }

    @Override
    public Plain plain(String host) {
        return plain.look(URI.create("http://" + host + "/"), host);
    }
}
