package org.sitewright.ui.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.address.AddressState;
import org.sitewright.publish.address.DnsRecord;
import org.sitewright.publish.address.SeenCertificate;

/// What was seen of an address, in the words of the screen.
final class AddressWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final AddressState state;
    private final ZoneId zone;

    AddressWords(AddressState state, ZoneId zone) {
        this.state = state;
        this.zone = zone;
    }

    /// One fact.
    ///
    /// @param tone the style class of its icon
    /// @param state on the right, short
    record Fact(String tone, String words, String state) {}

    Fact name() {
        AddressState.Names names = state.names();
        String leads = names.found().stream()
                .filter(record ->
                        record.type() == DnsRecord.Type.CNAME || names.found().size() < 3)
                .map(DnsRecord::value)
                .limit(2)
                .collect(Collectors.joining(", "));
        String words = state.host() + (leads.isEmpty() ? "" : ", leads to " + leads);
        return switch (names.status()) {
            case CONNECTED -> new Fact("success-text", words, "Connected");
            case RESOLVES -> new Fact("success-text", words, "Answers");
            case ELSEWHERE -> new Fact("danger-text", words, "Elsewhere");
            case MISSING -> new Fact("danger-text", state.host(), "Not set up");
            case UNASKED -> new Fact("muted", names.trouble(), "Not asked");
        };
    }

    Fact certificate() {
        SeenCertificate seen = state.certificate();
        String until = until(seen.expires());
        return switch (seen.status()) {
            case ACTIVE ->
                new Fact(
                        seen.endsSoon(state.seenAt()) ? "warning-text" : "success-text",
                        seen.issuer() + redirect(),
                        until);
            case EXPIRED ->
                new Fact(
                        "danger-text",
                        seen.issuer() + ", browsers warn visitors away",
                        until.replaceFirst("to", "Ended"));
            case FAILED -> new Fact("danger-text", "Browsers refuse it: " + seen.trouble(), "Refused");
            case NONE -> new Fact(state.https() ? "danger-text" : "muted", "Nobody answers by HTTPS", "None");
            case PENDING -> new Fact("muted", "It is being made", "Pending");
            case UNKNOWN -> new Fact("muted", "Not seen: " + seen.trouble(), "");
        };
    }

    Fact network() {
        AddressState.Network network = state.network();
        String words = network.name() + ", " + network.words();
        return switch (network.status()) {
            case ACTIVE -> new Fact("success-text", words, "Ready");
            case REFRESHING -> new Fact("muted", words, "Changing");
            case FAILED -> new Fact("danger-text", words, "Not ready");
            case NONE, UNKNOWN -> new Fact("muted", "None", "");
        };
    }

    boolean hasNetwork() {
        return state.network().status() != CdnStatus.NONE;
    }

    /// The whole chain, for whoever wants to know.
    String chain() {
        return String.join(" ← ", state.certificate().chain());
    }

    private String redirect() {
        return switch (state.plain()) {
            case TO_HTTPS -> ", http leads to it";
            case OPEN -> ", but http shows pages too";
            case ELSEWHERE -> ", http leads elsewhere";
            case CLOSED, UNKNOWN -> "";
        };
    }

    private String until(@Nullable Instant expires) {
        if (expires == null) {
            return "";
        }
        boolean thisYear =
                expires.atZone(zone).getYear() == state.seenAt().atZone(zone).getYear();
        return "to " + (thisYear ? DAY : DAY_OF_YEAR).format(expires.atZone(zone));
    }
}
