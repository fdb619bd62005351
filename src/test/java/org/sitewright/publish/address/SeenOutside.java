package org.sitewright.publish.address;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.SslStatus;

/// A world in which every name leads where a test says.
public final class SeenOutside implements Outside {
    private final Map<String, List<DnsRecord>> names = new HashMap<>();
    public SeenCertificate certificate =
            new SeenCertificate(SslStatus.ACTIVE, "Our Authority", Instant.MAX, List.of("aurora.example"), "");
    public Plain plain = Plain.TO_HTTPS;
    public boolean offline;

    public void leads(String host, DnsRecord.Type type, String value) {
        names.computeIfAbsent(host, each -> new ArrayList<>()).add(new DnsRecord(host, type, value));
    }

    @Override
    public List<DnsRecord> records(String host) {
        if (offline) {
            throw new PublishProblem(new PublishFailure.Network("No name server answers.", "Go online."));
        }
        return names.getOrDefault(host, List.of());
    }

    @Override
    public SeenCertificate certificate(String host, int port) {
        return certificate;
    }

    @Override
    public Plain plain(String host) {
        return plain;
    }
}
