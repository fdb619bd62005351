package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputFile;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Puts small files by just the signer and the connections of the library. Its whole way for a request, with rules for
/// the address, interceptors, marshallers and tries, takes several times as long as sending some kilobytes does, most
/// of all in a program that just started.
///
/// Whatever goes otherwise than well here is not looked into: the file is then put once more in the usual way, which
/// knows all about refusals, pauses and tries. So nothing is sent like this that may not be sent twice.
final class S3SmallFiles {
    private static final int LARGEST = 256 * 1024;
    private static final String PLACEHOLDER = "key";

    private final SdkHttpClient connections;
    private final Credentials credentials;
    private final URI bucket;
    private final String region;
    private final Duration longest;
    private final AwsV4HttpSigner signer = new SumSigningScheme().signer();

    S3SmallFiles(TargetSettings.S3 settings, Credentials credentials, S3Client client, SdkHttpClient connections) {
        this(settings, credentials, client, connections, S3Clients.longestTry(settings.delivery(), LARGEST));
    }

    /// @param longest how long to wait for a host at most
    S3SmallFiles(
            TargetSettings.S3 settings,
            Credentials credentials,
            S3Client client,
            SdkHttpClient connections,
            Duration longest) {
        this.connections = connections;
        this.credentials = credentials;
        this.region = S3Clients.region(settings).id();
        this.longest = longest;
        URI address = URI.create(client.utilities()
                .getUrl(request -> request.bucket(settings.bucket()).key(PLACEHOLDER))
                .toString());
        this.bucket = address.resolve(".");
    }

    static boolean takes(OutputFile file) {
        return file.size() <= LARGEST;
    }

    /// @param request what the library would be asked for the same file
    /// @return the tag of the object; empty when it did not go well
    Optional<String> put(PutObjectRequest request, OutputFile file) {
        ContentStreamProvider body =
                ContentStreamProvider.fromByteArrayUnsafe(file.source().all());
        SignedRequest signed = signer.sign(asked -> asked.identity(identity())
                .request(unsigned(request, file))
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                // Where the sum is signed as a header, the body need not be.
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, request.checksumSHA256() == null)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
        ExecutableHttpRequest call = connections.prepareRequest(HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(body)
                .build());
        CompletableFuture<Boolean> tooLate =
                new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = tooLate.thenAccept(late -> {
            if (late) {
                call.abort();
            }
        });
        try {
            return tag(call.call());
        } catch (IOException fault) {
            return Optional.empty();
        } finally {
            tooLate.complete(false);
        }
    }

    /// The connection can be used again only when all of the answer was read.
    private static Optional<String> tag(HttpExecuteResponse answer) throws IOException {
        Optional<AbortableInputStream> said = answer.responseBody();
        if (said.isPresent()) {
            try (AbortableInputStream in = said.get()) {
                long unused = in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return answer.httpResponse().isSuccessful()
                ? answer.httpResponse().firstMatchingHeader("ETag")
                : Optional.empty();
    }

    private SdkHttpRequest unsigned(PutObjectRequest request, OutputFile file) {
        SdkHttpFullRequest.Builder plain = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(bucket)
                .encodedPath(bucket.getRawPath() + encoded(request.key()))
                .putHeader("Content-Length", Long.toString(file.size()))
                .putHeader("Content-Type", request.contentType())
                .putHeader("Cache-Control", request.cacheControl());
        request.metadata().forEach((name, value) -> plain.putHeader("x-amz-meta-" + name, value));
        if (request.checksumSHA256() != null) {
            plain.putHeader("x-amz-checksum-sha256", request.checksumSHA256());
        }
        if (request.websiteRedirectLocation() != null) {
            plain.putHeader("x-amz-website-redirect-location", request.websiteRedirectLocation());
        }
        return plain.build();
    }

    private AwsCredentialsIdentity identity() {
        AccessKey key = credentials.accessKey();
        return AwsCredentialsIdentity.create(key.id(), key.secret());
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }
}
