package org.sitewright.adapter.s3;

import java.io.InputStream;
import java.util.Collection;
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
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket, or a folder inside one, as a place that keeps bytes by name.
public final class S3Blobs implements BlobStore {
    /// Above this a file goes in parts: a backup runs beside other work on lines of any kind, where to go on within a
    /// file is worth more than a few requests.
    private static final long LARGE = 16L * 1024 * 1024;
    private static final String RIGHTS =
            "At the host, allow these keys to list, read and write in it. Deleting is for the second key alone.";

    private final TargetSettings.S3 settings;
    private final S3Bucket bucket;
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
            this.bucket = new S3Bucket(settings, credentials);
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
        try {
            return bucket.list(prefix + begin).stream()
                    .filter(object -> !object.key().endsWith("/"))
                    .map(object -> new Blob(object.key().substring(prefix.length()), object.size(), object.modified()))
                    .toList();
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
            String tag = S3Clients.tag(
                    S3LargeFiles.onePartAtATime(bucket, settings.support().conditionalWrites())
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
        return bucket
                .client()
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
        boolean summed = settings.support().checksums();
        Md5Watch watch = new Md5Watch(source);
        S3Put put = S3Put.of(
                        prefix + name,
                        "application/octet-stream",
                        summed ? source : new BlobSource(source.size(), source.sha256(), watch::open))
                .markedWithSum();
        S3Put careful = settings.support().conditionalWrites() ? put.onlyNew() : put;
        try {
            S3Direct.Put sent = bucket.put(summed ? careful.summed() : careful);
            if (!arrived(sent, source, watch)) {
                throw arrivedOtherwise(sent.tag());
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
    private boolean arrived(S3Direct.Put sent, BlobSource source, Md5Watch watch) {
        if (settings.support().checksums()) {
            return sent.sum().isEmpty() || sent.sum().equals(S3Put.base64(source.sha256()));
        }
        return !sent.tag().matches("[0-9a-f]{32}") || sent.tag().equals(watch.md5());
    }

    @Override
    public InputStream open(String name) {
        try {
            InputStream in = bucket.get(prefix + name).in().orElseThrow(() -> BlobProblem.missing(name));
            return new PlaceInput(in, broken -> problem(failures.broken(), broken));
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    @Override
    public void delete(Collection<String> names) {
        try {
            List<S3Error> errors =
                    bucket.delete(names.stream().map(name -> prefix + name).toList());
            if (!errors.isEmpty()) {
                throw new BlobProblem(
                        BlobProblem.Kind.FORBIDDEN,
                        "SW-BLOB-403",
                        errors.size() + " old backup files could not be deleted.",
                        "Give the second key, the one for pruning, the right to delete in the bucket.");
            }
        } catch (SdkException fault) {
            throw problem(fault);
        }
    }

    @Override
    public void close() {
        bucket.close();
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
