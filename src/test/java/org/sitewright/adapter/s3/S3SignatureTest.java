package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewright.blob.BlobSource;
import org.sitewright.publish.AccessKey;
import software.amazon.awssdk.http.SdkHttpMethod;

/// The examples of Amazon's own description of the signature.
class S3SignatureTest {
    private static final String HOST = "examplebucket.s3.amazonaws.com";
    private static final String NOTHING = S3Signature.sha256("");
    private static final AccessKey KEY =
            new AccessKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private final S3Signature signature =
            new S3Signature("us-east-1", Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void getsAnObject() {
        S3Ask ask = new S3Ask(
                SdkHttpMethod.GET, "test.txt", map(Map.of()), map(Map.of("range", "bytes=0-9")), Optional.empty());
        assertThat(signature.sign(ask, HOST, "/test.txt", NOTHING, KEY))
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
                                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
                .containsEntry("x-amz-date", "20130524T000000Z")
                .containsEntry("range", "bytes=0-9")
                .doesNotContainKey("host");
    }

    @Test
    void putsAnObject() {
        String text = "Welcome to Amazon S3.";
        S3Ask ask = new S3Ask(
                SdkHttpMethod.PUT,
                "test$file.text",
                map(Map.of()),
                map(Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY")),
                Optional.of(new BlobSource(
                        text.length(),
                        S3Signature.sha256(text),
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        String path = "/" + S3Signature.encodedPath("test$file.text");
        assertThat(signature
                        .sign(ask, HOST, path, S3Signature.sha256(text), KEY)
                        .get("authorization"))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void lists() {
        S3Ask ask = S3Ask.list(map(Map.of("max-keys", "2", "prefix", "J")));
        assertThat(signature.sign(ask, HOST, "/", NOTHING, KEY).get("authorization"))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
        assertThat(signature
                        .sign(S3Ask.list(map(Map.of("lifecycle", ""))), HOST, "/", NOTHING, KEY)
                        .get("authorization"))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void namesThePortOfAHostOnlyWhereItIsNotTheUsualOne() {
        assertThat(S3Signature.host(URI.create("https://s3.example.org"))).isEqualTo("s3.example.org");
        assertThat(S3Signature.host(URI.create("https://s3.example.org:443"))).isEqualTo("s3.example.org");
        assertThat(S3Signature.host(URI.create("http://127.0.0.1:9000"))).isEqualTo("127.0.0.1:9000");
        assertThat(S3Signature.host(URI.create("https://s3.example.org:80"))).isEqualTo("s3.example.org:80");
    }

    private static SortedMap<String, String> map(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}
