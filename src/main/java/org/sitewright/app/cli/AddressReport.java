package org.sitewright.app.cli;

import java.util.List;
import java.util.Locale;
import org.sitewright.publish.address.AddressState;
import org.sitewright.publish.address.DnsRecord;
import org.sitewright.publish.address.SeenCertificate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was seen of a public address, for people and for programs.
final class AddressReport {
    private final AddressState state;

    AddressReport(AddressState state) {
        this.state = state;
    }

    void add(ObjectNode object, List<String> lines) {
        SeenCertificate certificate = state.certificate();
        object.put("host", state.host())
                .put("names", word(state.names().status()))
                .put("certificate", word(certificate.status()))
                .put("issuer", certificate.issuer())
                .put("plainHttp", word(state.plain()))
                .put("network", word(state.network().status()));
        if (certificate.expires() != null) {
            object.put("expires", certificate.expires().toString());
        }
        records(object.putArray("found"), state.names().found());
        records(object.putArray("wanted"), state.names().wanted());
        ArrayNode warnings = object.putArray("warnings");
        lines.add("  " + state.host() + ": name " + word(state.names().status()) + ", certificate "
                + word(certificate.status())
                + (certificate.expires() == null ? "" : " until " + certificate.expires()) + ", http "
                + word(state.plain()));
        for (String warning : state.warnings(state.seenAt())) {
            warnings.add(warning);
            lines.add("  " + warning);
        }
        for (DnsRecord record : missing()) {
            lines.add("  set up: " + record);
        }
    }

    private List<DnsRecord> missing() {
        return switch (state.names().status()) {
            case MISSING, ELSEWHERE -> state.names().wanted();
            case CONNECTED, RESOLVES, UNASKED -> List.of();
        };
    }

    private static void records(ArrayNode array, List<DnsRecord> records) {
        for (DnsRecord record : records) {
            array.addObject()
                    .put("name", record.name())
                    .put("type", record.type().name())
                    .put("value", record.value());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
