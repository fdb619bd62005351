package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitewright.blob.BlobSource;
import org.sitewright.publish.Capabilities;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.RemoteText;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket, or a folder inside one. Tags are ETags, which are the MD5 of the content at most hosts.
public final class S3Target implements PublishTarget {
    private static final int PARALLEL = 32;
    private static final int LONGEST_KEY = 1024;

    private final TargetSettings.S3 settings;
    private final Credentials credentials;
    private final S3Bucket bucket;
    private final S3Failures failures;
    private final S3LargeFiles large;
    private final String prefix;

    /// Makes no connection yet.
    ///
    /// @throws PublishProblem when the settings cannot be right
    public S3Target(TargetSettings.S3 settings, Credentials credentials) {
        if (settings.bucket().isBlank()) {
            throw new PublishProblem(
                    new PublishFailure.Settings("The target names no bucket.", "Enter the name of the bucket."));
        }
        this.settings = settings;
        this.credentials = credentials;
        this.bucket = new S3Bucket(settings, credentials);
        this.failures = new S3Failures(settings);
        this.large = new S3LargeFiles(bucket);
        this.prefix = settings.prefix().isEmpty() ? "" : settings.prefix() + "/";
    }

    @Override
    public String describe() {
        String folder = prefix.isEmpty() ? "" : ", folder " + settings.prefix();
        return "the bucket " + settings.bucket() + folder + " at " + S3Clients.host(settings);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                settings.support().conditionalWrites(), true, S3Clients.parallel(settings.delivery(), PARALLEL));
    }

    @Override
    public Verdict test() {
        String probe = prefix + RECORDS + "probe.txt";
        try (S3Client plain = client(TargetSettings.Support.NONE)) {
            Supplier<S3Client> summing = () -> client(new TargetSettings.Support(false, false, true, false));
            return new S3Probe(settings, plain, summing, probe).run();
        }
    }

    @Override
    public List<RemoteFile> list() {
        try {
            return bucket.list(prefix).stream()
                    .filter(object -> !object.key().endsWith("/"))
                    .map(this::remote)
                    .toList();
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public String put(OutputFile file) {
        return put(file, new CancelToken());
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        return cancel.breakingOff(() -> {
            if (S3Parts.isLarge(file)) {
                return putLarge(file, cancel);
            }
            return S3Parts.takesLong(file) ? large.inTurn(() -> putWhole(file)) : putWhole(file);
        });
    }

    /// A large file is looked for among the unfinished ones, begun, sent in parts and put together.
    @Override
    public int requestsToPut(OutputFile file) {
        return S3Parts.isLarge(file) ? Math.toIntExact(Math.ceilDiv(file.size(), S3Parts.PART)) + 3 : 1;
    }

    private String putLarge(OutputFile file, CancelToken cancel) {
        CreateMultipartUploadRequest head = CreateMultipartUploadRequest.builder()
                .bucket(settings.bucket())
                .key(prefix + file.path())
                .contentType(file.contentType())
                .cacheControl(file.cacheControl().header())
                .metadata(Map.of("sha256", file.sha256()))
                .build();
        try {
            return S3Clients.tag(large.put(prefix + file.path(), S3Parts.of(file), head, cancel));
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    private String putWhole(OutputFile file) {
        S3Put put = S3Put.of(
                        prefix + file.path(),
                        file.contentType(),
                        new BlobSource(file.size(), file.sha256(), file.source()::open))
                .cached(file.cacheControl().header())
                .markedWithSum();
        Optional<String> location = redirect(file);
        S3Put leading = location.isPresent() ? put.leadingTo(location.get()) : put;
        try {
            return bucket.put(settings.support().checksums() ? leading.summed() : leading)
                    .tag();
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public InputStream open(String path) {
        try {
            return bucket.get(prefix + path).in().orElseThrow(() -> PublishTarget.missing(path));
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    /// The bucket copies by itself, on condition that the file is still the one that was listed.
    @Override
    public String copy(RemoteFile from, OutputFile file) {
        CopyObjectRequest.Builder request = CopyObjectRequest.builder()
                .sourceBucket(settings.bucket())
                .sourceKey(prefix + from.path())
                .copySourceIfMatch("\"" + from.tag() + "\"")
                .destinationBucket(settings.bucket())
                .destinationKey(prefix + file.path())
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(file.contentType())
                .cacheControl(file.cacheControl().header())
                .metadata(Map.of("sha256", file.sha256()));
        redirect(file).ifPresent(request::websiteRedirectLocation);
        try {
            return S3Clients.tag(bucket.client()
                    .copyObject(request.build())
                    .copyObjectResult()
                    .eTag());
        } catch (S3Exception answer) {
            if (answer.statusCode() == 501) {
                return put(file);
            }
            throw failures.of(answer);
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        if (S3Parts.isLarge(file)) {
            return Optional.of(S3Parts.of(file).tag());
        }
        try (InputStream in = file.source().open()) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | NoSuchAlgorithmException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(Collection<String> paths) {
        try {
            List<S3Error> errors =
                    bucket.delete(paths.stream().map(path -> prefix + path).toList());
            if (!errors.isEmpty()) {
                throw notDeleted(errors);
            }
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<RemoteText> read(String path) {
        try {
            return bucket.read(prefix + path);
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        S3Put put = S3Put.of(prefix + path, "application/json", BlobSource.of(text.getBytes(StandardCharsets.UTF_8)))
                .cached("no-cache");
        if (settings.support().conditionalWrites()) {
            put = expectedTag.isEmpty() ? put.onlyNew() : put.onlyIf(expectedTag);
        } else if (!read(path).map(RemoteText::tag).orElse("").equals(expectedTag)) {
            return Optional.empty();
        }
        try {
            return Optional.of(bucket.put(put).tag());
        } catch (S3Exception answer) {
            if (conditionFailed(answer)) {
                return readBack(path, text);
            }
            throw failures.of(answer);
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<String> objection(String path) {
        boolean tooLong = (prefix + path).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY;
        return tooLong ? Optional.of("makes a key of more than " + LONGEST_KEY + " bytes") : Optional.empty();
    }

    @Override
    public String publicUrl(String path) {
        return PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        bucket.close();
    }

    private S3Client client(TargetSettings.Support support) {
        return S3Clients.open(settings.with(support), credentials);
    }

    /// Where the website of the bucket leads to instead of showing the file. CloudFront does so by a function.
    private Optional<String> redirect(OutputFile file) {
        boolean wanted = settings.support().redirects()
                && settings.delivery().distribution().isEmpty()
                && !file.path().startsWith(RECORDS);
        return wanted ? OldAddress.leadsTo(file, prefix) : Optional.empty();
    }

    static boolean conditionFailed(S3Exception answer) {
        return answer.statusCode() == 412
                || answer.statusCode() == 409
                || S3Failures.code(answer).equals("NoSuchKey");
    }

    /// When the answer to our own write was lost and the client tried again, the condition fails against ourselves.
    private Optional<String> readBack(String path, String text) {
        return read(path).filter(there -> there.text().equals(text)).map(RemoteText::tag);
    }

    private RemoteFile remote(S3Item object) {
        return new RemoteFile(object.key().substring(prefix.length()), object.size(), object.tag(), object.modified());
    }

    private static PublishProblem notDeleted(List<S3Error> errors) {
        return new PublishProblem(new PublishFailure.Forbidden(
                errors.size() + " files could not be deleted ("
                        + errors.getFirst().code() + ").",
                "At the host, allow these keys to delete in the bucket."));
    }
}
