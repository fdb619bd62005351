package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket, or a folder inside one. Tags are ETags, which are the MD5 of the content at most hosts.
public final class S3Target implements PublishTarget {
    private static final int PARALLEL = 32;
    private static final int DELETES_AT_ONCE = 1000;
    private static final int LONGEST_KEY = 1024;

    private final TargetSettings.S3 settings;
    private final Credentials credentials;
    private final SdkHttpClient connections;
    private final S3Client client;
    private final S3SmallFiles small;
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
        this.connections = S3Clients.connections(settings.delivery());
        this.client = S3Clients.open(settings, credentials, connections);
        this.small = new S3SmallFiles(settings, credentials, client, connections);
        this.failures = new S3Failures(settings);
        this.large = new S3LargeFiles(client, settings.bucket());
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
            List<RemoteFile> files = new ArrayList<>();
            client
                    .listObjectsV2Paginator(
                            request -> request.bucket(settings.bucket()).prefix(prefix))
                    .contents()
                    .stream()
                    .filter(object -> !object.key().endsWith("/"))
                    .forEach(object -> files.add(remote(object)));
            return files;
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
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(prefix + file.path())
                .contentType(file.contentType())
                .cacheControl(file.cacheControl().header())
                .metadata(Map.of("sha256", file.sha256()))
                .overrideConfiguration(S3Clients.limits(settings.delivery(), file.size()));
        redirect(file).ifPresent(request::websiteRedirectLocation);
        if (settings.support().checksums()) {
            request.checksumSHA256(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())));
        }
        PutObjectRequest asked = request.build();
        Optional<String> sent = S3SmallFiles.takes(file) ? small.put(asked, file) : Optional.empty();
        if (sent.isPresent()) {
            return S3Clients.tag(sent.get());
        }
        RequestBody body = S3Clients.body(file.source()::open, file.size(), file.contentType());
        try {
            return S3Clients.tag(client.putObject(asked, body).eTag());
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public InputStream open(String path) {
        try {
            return client.getObject(request -> request.bucket(settings.bucket()).key(prefix + path));
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
            return S3Clients.tag(
                    client.copyObject(request.build()).copyObjectResult().eTag());
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
        List<ObjectIdentifier> keys = paths.stream()
                .map(path -> ObjectIdentifier.builder().key(prefix + path).build())
                .toList();
        try {
            for (int from = 0; from < keys.size(); from += DELETES_AT_ONCE) {
                List<ObjectIdentifier> some = keys.subList(from, Math.min(keys.size(), from + DELETES_AT_ONCE));
                DeleteObjectsResponse answer = client.deleteObjects(request -> request.bucket(settings.bucket())
                        .delete(delete -> delete.objects(some).quiet(true)));
                if (!answer.errors().isEmpty()) {
                    throw notDeleted(answer);
                }
            }
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<RemoteText> read(String path) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(prefix + path)
                .build();
        try {
            var answer = client.getObjectAsBytes(request);
            return Optional.of(new RemoteText(
                    answer.asString(StandardCharsets.UTF_8),
                    S3Clients.tag(answer.response().eTag())));
        } catch (S3Exception answer) {
            if (S3Failures.code(answer).equals("NoSuchKey")) {
                return Optional.empty();
            }
            throw failures.of(answer);
        } catch (SdkException fault) {
            throw failures.of(fault);
        }
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(prefix + path)
                .contentType("application/json")
                .cacheControl("no-cache");
        if (settings.support().conditionalWrites()) {
            if (expectedTag.isEmpty()) {
                request.ifNoneMatch("*");
            } else {
                request.ifMatch("\"" + expectedTag + "\"");
            }
        } else if (!read(path).map(RemoteText::tag).orElse("").equals(expectedTag)) {
            return Optional.empty();
        }
        try {
            return Optional.of(S3Clients.tag(
                    client.putObject(request.build(), RequestBody.fromString(text, StandardCharsets.UTF_8))
                            .eTag()));
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
        client.close();
        connections.close();
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

    private RemoteFile remote(S3Object object) {
        return new RemoteFile(
                object.key().substring(prefix.length()),
                object.size(),
                S3Clients.tag(object.eTag()),
                object.lastModified());
    }

    private static PublishProblem notDeleted(DeleteObjectsResponse answer) {
        return new PublishProblem(new PublishFailure.Forbidden(
                answer.errors().size() + " files could not be deleted ("
                        + answer.errors().getFirst().code() + ").",
                "At the host, allow these keys to delete in the bucket."));
    }
}
