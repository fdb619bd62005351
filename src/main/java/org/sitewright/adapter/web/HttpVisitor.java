package org.sitewright.adapter.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import org.sitewright.publish.Visitor;

/// Fetches addresses over HTTP without cookies and without a cache.
public final class HttpVisitor implements Visitor {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final long LARGEST = 200_000_000;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(8))
            .build();

    @Override
    public Seen visit(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(LONGEST)
                    .header("Cache-Control", "no-cache")
                    .GET()
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Seen(answer.statusCode(), answer.statusCode() == 200 ? sha256(body) : "", "");
            }
        } catch (HttpTimeoutException silent) {
            return new Seen(0, "", "does not answer in time");
        } catch (ConnectException | UnresolvedAddressException nobody) {
            return new Seen(0, "", "does not answer");
        } catch (SSLException unsafe) {
            return new Seen(0, "", "has no certificate that browsers accept");
        } catch (IOException | IllegalArgumentException broken) {
            return new Seen(0, "", "broke the connection");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Seen(-1, "", "stopped");
        }
    }

    private static String sha256(InputStream body) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16_384];
            long total = 0;
            for (int read = body.read(buffer); read >= 0 && total < LARGEST; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
                total += read;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
