package org.sitewright.adapter.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobSource;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes the client of a bucket: bounded in time, tries and connections, and deaf to what the settings of other
/// programs on this computer say.
final class S3Clients {
    static final int CONNECTIONS = 64;
    private static final String USUAL_REGION = "us-east-1";
    private static final int TRIES = 4;
    private static final int BYTES_PER_FILE = 64 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final long SLOWEST_BYTES_PER_SECOND = 16 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration TRY = Duration.ofMinutes(5);
    private static final Duration CALL = Duration.ofMinutes(12);

    private S3Clients() {}

    static S3Client open(TargetSettings.S3 settings, Credentials credentials) {
        return open(settings, credentials, connections(settings.delivery()));
    }

    static S3Client open(TargetSettings.S3 settings, Credentials credentials, SdkHttpClient connections) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region(settings))
                .credentialsProvider(keys(credentials))
                .putAuthScheme(new SumSigningScheme())
                .forcePathStyle(settings.pathStyle())
                .httpClient(connections)
                .requestChecksumCalculation(
                        settings.endpoint().isEmpty() || settings.support().everySum()
                                ? RequestChecksumCalculation.WHEN_SUPPORTED
                                : RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(limits(longestTry(settings.delivery(), S3Parts.PART)));
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(endpoint(settings));
        }
        return builder.build();
    }

    static Region region(TargetSettings.S3 settings) {
        return Region.of(settings.region().isBlank() ? USUAL_REGION : settings.region());
    }

    /// Who is spoken to, for messages.
    static String host(TargetSettings.S3 settings) {
        return settings.endpoint().isEmpty()
                ? "Amazon S3 (" + settings.region() + ")"
                : settings.endpoint().replaceFirst("^https?://", "").replaceFirst("/+$", "");
    }

    /// @throws PublishProblem when the endpoint cannot be an address
    static URI endpoint(TargetSettings.S3 settings) {
        try {
            URI address = new URI(settings.endpoint());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw new PublishProblem(badEndpoint(), notAnAddress);
        }
        throw new PublishProblem(badEndpoint());
    }

    private static PublishFailure badEndpoint() {
        return new PublishFailure.Settings(
                "The endpoint is not an address.", "Enter it as the host gives it, as https://s3.example.org.");
    }

    private static AwsCredentialsProvider keys(Credentials credentials) {
        return () -> {
            AccessKey key = credentials.accessKey();
            return AwsBasicCredentials.create(key.id(), key.secret());
        };
    }

    static SdkHttpClient connections(TargetSettings.Delivery delivery) {
        SdkHttpClient client = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(TRY)
                .socketTimeout(SILENCE)
                .build();
        return delivery.bytesPerSecond() == 0 ? client : new PacedHttpClient(client, delivery.bytesPerSecond());
    }

    /// Fewer files share a slow line, so that each still gets through in time.
    static int parallel(TargetSettings.Delivery delivery, int most) {
        return delivery.bytesPerSecond() == 0 ? most : Math.clamp(delivery.bytesPerSecond() / BYTES_PER_FILE, 1, most);
    }

    /// How long one try to send may take before it counts as lost: longer for more bytes, which share the line with
    /// others.
    static Duration longestTry(TargetSettings.Delivery delivery, long bytes) {
        long slowest = delivery.bytesPerSecond() == 0
                ? SLOWEST_BYTES_PER_SECOND
                : Math.min(
                        SLOWEST_BYTES_PER_SECOND,
                        Math.max(1, delivery.bytesPerSecond() / (2L * parallel(delivery, CONNECTIONS))));
        Duration needed = Duration.ofSeconds(bytes / slowest);
        return needed.compareTo(TRY) > 0 ? needed : TRY;
    }

    /// The limits of one request that sends many bytes.
    static Consumer<AwsRequestOverrideConfiguration.Builder> limits(TargetSettings.Delivery delivery, long bytes) {
        Duration longest = longestTry(delivery, bytes);
        return request -> request.apiCallAttemptTimeout(longest).apiCallTimeout(longest.multipliedBy(TRIES));
    }

    /// A body that is opened anew for each try.
    static RequestBody body(BlobSource source, String contentType) {
        return RequestBody.fromContentProvider(() -> opened(source), source.size(), contentType);
    }

    /// The library sends in slices of four kilobytes, which a file gives out faster from a larger buffer.
    ///
    /// @throws UncheckedIOException when the source cannot be opened
    static InputStream opened(BlobSource source) {
        try {
            return new BufferedInputStream(source.opener().open(), Math.clamp(source.size(), 1, BUFFER));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The tag of an object without its quotes; empty where the host gives none, as for what is still arriving there.
    static String tag(@Nullable String eTag) {
        return eTag == null ? "" : eTag.replace("\"", "");
    }

    private static ClientOverrideConfiguration limits(Duration longestTry) {
        ProfileFile nothing = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(longestTry)
                .apiCallTimeout(longestTry.plus(CALL))
                .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(TRIES)
                        .build())
                .defaultProfileFileSupplier(() -> nothing)
                .addExecutionInterceptor(new BrokenAnswers())
                .build();
    }
}
