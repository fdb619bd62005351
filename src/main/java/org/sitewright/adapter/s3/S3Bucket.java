package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobSource;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.RemoteText;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of one bucket. What is asked most is asked the short way first ([S3Direct]); the SDK, which takes long
/// to start, is started for the rest only. Faults are thrown as [SdkException]. Safe from many threads.
final class S3Bucket implements AutoCloseable {
    private static final int DELETES_AT_ONCE = 1000;
    /// What is larger is not begun where it may have to be sent once more.
    private static final int LARGEST_TWICE = 16 * 1024 * 1024;

    private final TargetSettings.S3 settings;
    private final Credentials credentials;
    private final SdkHttpClient connections;
    private final S3Direct direct;
    private @Nullable S3Client client;

    /// Makes no connection yet.
    ///
    /// @throws PublishProblem when the settings cannot be right
    S3Bucket(TargetSettings.S3 settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
        this.connections = S3Clients.connections(settings.delivery());
        this.direct = new S3Direct(settings, credentials, connections);
    }

    String name() {
        return settings.bucket();
    }

    synchronized S3Client client() {
        S3Client made = client;
        if (made == null) {
            made = S3Clients.open(settings, credentials, connections);
            client = made;
        }
        return made;
    }

    /// @param begin of the keys
    List<S3Item> list(String begin) {
        return direct.list(begin)
                .orElseGet(() ->
                        client()
                                .listObjectsV2Paginator(
                                        request -> request.bucket(name()).prefix(begin))
                                .contents()
                                .stream()
                                .map(S3Bucket::item)
                                .toList());
    }

    private static S3Item item(S3Object object) {
        return new S3Item(object.key(), object.size(), S3Clients.tag(object.eTag()), object.lastModified());
    }

    S3Direct.Put put(S3Put put) {
        BlobSource body = put.body();
        Optional<S3Direct.Put> sent = body.size() <= LARGEST_TWICE ? direct.put(put) : Optional.empty();
        return sent.orElseGet(() -> {
            PutObjectResponse answer = client().putObject(
                            put.request()
                                    .bucket(name())
                                    .overrideConfiguration(S3Clients.limits(settings.delivery(), body.size()))
                                    .build(),
                            S3Clients.body(body, put.contentType()));
            String sum = answer.checksumSHA256();
            return new S3Direct.Put(S3Clients.tag(answer.eTag()), sum == null ? "" : sum);
        });
    }

    /// @return the object; what is read of it may break off
    S3Direct.Found get(String key) {
        return direct.get(key).orElseGet(() -> {
            try {
                ResponseInputStream<GetObjectResponse> in = client().getObject(object(key));
                return new S3Direct.Found(
                        Optional.of(in), S3Clients.tag(in.response().eTag()));
            } catch (S3Exception answer) {
                if (isMissing(answer)) {
                    return S3Direct.Found.NOTHING;
                }
                throw answer;
            }
        });
    }

    /// Reads a small object of UTF-8 text whole.
    Optional<RemoteText> read(String key) {
        Optional<S3Direct.Found> found = direct.get(key);
        if (found.isPresent()) {
            try (InputStream in = found.get().in().orElseGet(InputStream::nullInputStream)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return found.get()
                        .in()
                        .map(there -> new RemoteText(text, found.get().tag()));
            } catch (IOException broken) {
                return readAgain(key);
            }
        }
        return readAgain(key);
    }

    /// By the SDK, which tries again when an answer breaks off.
    private Optional<RemoteText> readAgain(String key) {
        try {
            ResponseBytes<GetObjectResponse> whole = client().getObjectAsBytes(object(key));
            return Optional.of(new RemoteText(
                    whole.asString(StandardCharsets.UTF_8),
                    S3Clients.tag(whole.response().eTag())));
        } catch (S3Exception answer) {
            if (isMissing(answer)) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    private GetObjectRequest object(String key) {
        return GetObjectRequest.builder().bucket(name()).key(key).build();
    }

    private static boolean isMissing(S3Exception answer) {
        return S3Failures.code(answer).equals("NoSuchKey");
    }

    /// @return what could not be deleted
    List<S3Error> delete(Collection<String> keys) {
        List<ObjectIdentifier> all = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        for (int from = 0; from < all.size(); from += DELETES_AT_ONCE) {
            List<ObjectIdentifier> some = all.subList(from, Math.min(all.size(), from + DELETES_AT_ONCE));
            List<S3Error> errors = client().deleteObjects(request -> request.bucket(name())
                            .delete(delete -> delete.objects(some).quiet(true)))
                    .errors();
            if (!errors.isEmpty()) {
                return errors;
            }
        }
        return List.of();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        connections.close();
    }
}
