package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.PlaceInput;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket, or a folder inside one, as a place that keeps bytes by name.
public final class S3Blobs implements BlobStore {
    private static final int DELETES_AT_ONCE = 1000;
    /// Above this a file goes in parts: a backup runs beside other work on lines of any kind, where to go on within a
    /// file is worth more than a few requests.
    private static final long LARGE = 16L * 1024 * 1024;
    private static final String RIGHTS =
            "At the host, allow these keys to list, read and write in it. Deleting is for the second key alone.";

    private final TargetSettings.S3 settings;
    private final S3Client client;
    private final S3Failures failures;
    private final String prefix;

    /// Makes no connection yet.
    ///
    /// @throws BlobProblem when the settings cannot be right
    public S3Blobs(TargetSettings.S3 settings, Credentials credentials) {
        this.settings = settings;
        this.failures = new S3Failures(settings);
        this.prefix = settings.prefix().isEmpty() ? "" : settings.prefix() + "/";
        try {
            this.client = S3Clients.open(settings, credentials);
        } catch (PublishProblem wrong) {
            throw problem(wrong.failure(), wrong);
        }
    }

    @Override
    public String describe() {
        String folder = prefix.isEmpty() ? "" : ", folder " + settings.prefix();
        return "the bucket " + settings.bucket() + folder + " at " + S3Clients.host(settings);
    }

    @Override
    public String url(String name) {
        return "s3://" + settings.bucket() + "/" + prefix + name;
    }

    @Override
    public List<Blob> list(String begin) {
        List<Blob> all = new ArrayList<>();
        try {
            client
                    .listObjectsV2Paginator(
                            request -> request.bucket(settings.bucket()).prefix(prefix + begin))
                    .contents()
                    .stream()
                    .filter(object -> !object.key().endsWith("/"))
                    .forEach(object -> all.add(
                            new Blob(object.key().substring(prefix.length()), object.size(), object.lastModified())));
            return all;
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    @Override
    public boolean putNew(String name, BlobSource source) {
        return source.size() > LARGE ? putLarge(name, source) : putWhole(name, source);
    }

    /// The tag of the whole is made of the MD5 of its parts, so that a host that gives one has them as they were sent.
    private boolean putLarge(String name, BlobSource source) {
        String key = prefix + name;
        CreateMultipartUploadRequest head = CreateMultipartUploadRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .contentType("application/octet-stream")
                .metadata(Map.of("sha256", source.sha256()))
                .build();
        try {
            if (isThere(key)) {
                return false;
            }
            S3Parts parts = S3Parts.of(source);
            String tag = S3Clients.tag(S3LargeFiles.onePartAtATime(
                            client, settings.bucket(), settings.support().conditionalWrites())
                    .put(key, parts, head, new CancelToken()));
            if (tag.matches("[0-9a-f]{32}-\\d+") && !tag.equals(parts.tag())) {
                throw arrivedOtherwise(tag);
            }
            return true;
        } catch (S3Exception answer) {
            if (answer.statusCode() == 412) {
                return false;
            }
            throw problem(answer);
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    private boolean isThere(String key) {
        return client
                .listObjectsV2(
                        request -> request.bucket(settings.bucket()).prefix(key).maxKeys(1))
                .contents()
                .stream()
                .anyMatch(object -> object.key().equals(key));
    }

    private static BlobProblem arrivedOtherwise(String tag) {
        return problem(
                new PublishFailure.Damaged("A file arrived at the host other than it was sent.", "Back up again."),
                new IllegalStateException(tag));
    }

    private boolean putWhole(String name, BlobSource source) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(prefix + name)
                .contentType("application/octet-stream")
                .metadata(Map.of("sha256", source.sha256()))
                .overrideConfiguration(S3Clients.limits(settings.delivery(), source.size()));
        if (settings.support().conditionalWrites()) {
            request.ifNoneMatch("*");
        }
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(source.sha256()));
        if (settings.support().checksums()) {
            request.checksumSHA256(checksum);
        }
        Md5Watch watch = new Md5Watch(source);
        try {
            PutObjectResponse answer = client.putObject(
                    request.build(),
                    S3Clients.body(
                            settings.support().checksums() ? () -> plain(source) : watch::open,
                            source.size(),
                            "application/octet-stream"));
            if (!arrived(answer, checksum, watch)) {
                throw arrivedOtherwise(S3Clients.tag(answer.eTag()));
            }
            return true;
        } catch (S3Exception answer) {
            if (answer.statusCode() == 412) {
                return false;
            }
            throw problem(answer);
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    /// Where the host checks the SHA-256 itself, it would have refused another content; elsewhere the tag must be the
    /// MD5, unless it is none.
    private boolean arrived(PutObjectResponse answer, String checksum, Md5Watch watch) {
        if (settings.support().checksums()) {
            return answer.checksumSHA256() == null || answer.checksumSHA256().equals(checksum);
        }
        String tag = S3Clients.tag(answer.eTag());
        return !tag.matches("[0-9a-f]{32}") || tag.equals(watch.md5());
    }

    private static InputStream plain(BlobSource source) {
        try {
            return source.opener().open();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public InputStream open(String name) {
        try {
            InputStream in = client.getObject(
                    request -> request.bucket(settings.bucket()).key(prefix + name));
            return new PlaceInput(in, broken -> problem(failures.broken(), broken));
        } catch (S3Exception answer) {
            if (S3Failures.code(answer).equals("NoSuchKey")) {
                throw BlobProblem.missing(name);
            }
            throw problem(answer);
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    @Override
    public void delete(Collection<String> names) {
        List<ObjectIdentifier> keys = names.stream()
                .map(name -> ObjectIdentifier.builder().key(prefix + name).build())
                .toList();
        try {
            for (int from = 0; from < keys.size(); from += DELETES_AT_ONCE) {
                List<ObjectIdentifier> some = keys.subList(from, Math.min(keys.size(), from + DELETES_AT_ONCE));
                DeleteObjectsResponse answer = client.deleteObjects(request -> request.bucket(settings.bucket())
                        .delete(delete -> delete.objects(some).quiet(true)));
                if (!answer.errors().isEmpty()) {
                    throw new BlobProblem(
                            BlobProblem.Kind.FORBIDDEN,
                            "SW-BLOB-403",
                            answer.errors().size() + " old backup files could not be deleted.",
                            "Give the second key, the one for pruning, the right to delete in the bucket.");
                }
            }
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private BlobProblem problem(SdkException fault) {
        return problem(failures.failure(fault), fault);
    }

    private static BlobProblem problem(PublishFailure failure, Exception cause) {
        BlobProblem.Kind kind =
                switch (failure) {
                    case PublishFailure.Authentication unused -> BlobProblem.Kind.AUTHENTICATION;
                    case PublishFailure.Forbidden unused -> BlobProblem.Kind.FORBIDDEN;
                    case PublishFailure.MissingPlace unused -> BlobProblem.Kind.MISSING_PLACE;
                    case PublishFailure.Quota unused -> BlobProblem.Kind.QUOTA;
                    case PublishFailure.Network unused -> BlobProblem.Kind.NETWORK;
                    case PublishFailure.Busy unused -> BlobProblem.Kind.NETWORK;
                    case PublishFailure.Damaged unused -> BlobProblem.Kind.DAMAGED;
                    case PublishFailure.MissingRelease unused -> BlobProblem.Kind.OTHER;
                    case PublishFailure.Conflict unused -> BlobProblem.Kind.OTHER;
                    case PublishFailure.ClockSkew unused -> BlobProblem.Kind.OTHER;
                    case PublishFailure.HostKey unused -> BlobProblem.Kind.OTHER;
                    case PublishFailure.Settings unused -> BlobProblem.Kind.OTHER;
                    case PublishFailure.Unexpected unused -> BlobProblem.Kind.OTHER;
                };
        String remedy = kind == BlobProblem.Kind.FORBIDDEN ? RIGHTS : failure.remedy();
        return new BlobProblem(kind, failure.code().replace("SW-PUB-", "SW-BLOB-"), failure.happened(), remedy, cause);
    }
}
