package org.sitewright.adapter.s3;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sitewright.publish.AccessKey;

/// Signature version 4 in the headers of a request to S3
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>).
final class S3Signature {
    /// In place of the SHA-256 of a body that is not signed by itself.
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";
    private static final String CONTENT = "x-amz-content-sha256";
    private static final int DAY = "yyyyMMdd".length();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String region;
    private final Clock clock;

    S3Signature(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /// @param host as the request names it, with its port where it is not the usual one
    /// @param path of the object, encoded once, as it is sent
    /// @param content the SHA-256 of the body in hexadecimal, or [#UNSIGNED]
    /// @return the headers to send, those of the request among them; without `host`
    SortedMap<String, String> sign(S3Ask ask, String host, String path, String content, AccessKey key) {
        String time = TIME.format(clock.instant());
        String scope = time.substring(0, DAY) + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> headers = new TreeMap<>(ask.headers());
        headers.put("host", host);
        headers.put("x-amz-date", time);
        headers.put(CONTENT, content);
        String names = String.join(";", headers.keySet());
        StringBuilder canonical = new StringBuilder()
                .append(ask.method().name())
                .append('\n')
                .append(path)
                .append('\n')
                .append(query(ask.query()))
                .append('\n');
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(names).append('\n').append(content);
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(canonical.toString());
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + HexFormat.of().formatHex(hmac(keyOfDay(key, time.substring(0, DAY)), toSign)));
        headers.remove("host");
        return headers;
    }

    private byte[] keyOfDay(AccessKey key, String day) {
        byte[] secret = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(secret, day), region), "s3"), "aws4_request");
    }

    static String query(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// All but unreserved characters, as the standard for addresses calls them.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// The same, with the slashes left.
    static String encodedPath(String key) {
        return encoded(key).replace("%2F", "/");
    }

    /// As HTTP clients name the host: with the port where it is not the usual one of the protocol.
    static String host(URI address) {
        int usual = address.getScheme().equals("https") ? 443 : 80;
        boolean plain = address.getPort() < 0 || address.getPort() == usual;
        return plain ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", missing);
        }
    }
}
