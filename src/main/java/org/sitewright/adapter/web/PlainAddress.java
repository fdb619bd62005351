package org.sitewright.adapter.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import org.sitewright.publish.address.Outside.Plain;

/// Asks a host by plain HTTP where it leads, without following it.
final class PlainAddress {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST)
            .build();

    /// @param asked the address, as `http://example.org/`
    /// @param host that HTTPS should be at
    Plain look(URI asked, String host) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(asked).timeout(LONGEST).GET().build();
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() < 300 || answer.statusCode() >= 400) {
                return Plain.OPEN;
            }
            return answer.headers()
                    .firstValue("location")
                    .map(place -> where(asked, place, host))
                    .orElse(Plain.UNKNOWN);
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException closed) {
            return Plain.CLOSED;
        } catch (IOException | IllegalArgumentException broken) {
            return Plain.UNKNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Plain.UNKNOWN;
        }
    }

    private static Plain where(URI asked, String place, String host) {
        URI leads = asked.resolve(place);
        String there = String.valueOf(leads.getHost()).toLowerCase(Locale.ROOT);
        boolean same = bare(there).equals(bare(host));
        if (same && "https".equals(leads.getScheme())) {
            return Plain.TO_HTTPS;
        }
        return same ? Plain.OPEN : Plain.ELSEWHERE;
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
