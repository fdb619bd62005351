package org.sitewright.publish.address;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.SslStatus;

/// What a person should mend of an address, in words.
final class AddressWarnings {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final AddressState state;
    private final Instant now;

    AddressWarnings(AddressState state, Instant now) {
        this.state = state;
        this.now = now;
    }

    List<String> list() {
        List<String> warnings = new ArrayList<>();
        names(warnings);
        if (reaches()) {
            certificate(warnings);
            plain(warnings);
        }
        if (state.network().status() == CdnStatus.FAILED) {
            warnings.add(state.network().name() + ": " + state.network().words());
        }
        return warnings;
    }

    private boolean reaches() {
        return switch (state.names().status()) {
            case CONNECTED, RESOLVES, ELSEWHERE -> true;
            case MISSING, UNASKED -> false;
        };
    }

    private void names(List<String> warnings) {
        switch (state.names().status()) {
            case MISSING ->
                warnings.add(state.host() + " is not known to the name system yet. "
                        + (state.names().wanted().isEmpty()
                                ? "Add the records that your host names"
                                : "Add the records shown here")
                        + " where you bought the domain; they can take some hours to be seen everywhere.");
            case ELSEWHERE ->
                warnings.add(state.host() + " leads to "
                        + state.names().found().stream().map(DnsRecord::value).collect(Collectors.joining(", "))
                        + ", which is not where this target publishes. Change its records where you bought the"
                        + " domain.");
            case CONNECTED, RESOLVES, UNASKED -> {}
        }
    }

    private void certificate(List<String> warnings) {
        SeenCertificate seen = state.certificate();
        Instant expires = seen.expires();
        if (seen.status() == SslStatus.EXPIRED) {
            warnings.add("The certificate of " + state.host() + " ended"
                    + (expires == null ? "" : " on " + DAY.format(expires))
                    + ": browsers warn visitors away. Renew it at the host.");
        } else if (seen.status() == SslStatus.FAILED && state.https()) {
            warnings.add("Browsers do not accept the certificate of " + state.host() + ": " + seen.trouble()
                    + ". Set up one for this name at the host.");
        } else if (seen.status() == SslStatus.NONE && state.https()) {
            warnings.add(state.host() + " does not answer by HTTPS, though the address begins with https: "
                    + "set up a certificate at the host.");
        } else if (seen.endsSoon(now) && expires != null) {
            warnings.add("The certificate of " + state.host() + " ends on " + DAY.format(expires)
                    + " and was not renewed yet.");
        }
    }

    private void plain(List<String> warnings) {
        if (state.certificate().status() == SslStatus.ACTIVE && state.plain() == Outside.Plain.OPEN) {
            warnings.add("http://" + state.host()
                    + " shows pages without encryption: switch on the redirect to HTTPS at the host.");
        }
    }
}
