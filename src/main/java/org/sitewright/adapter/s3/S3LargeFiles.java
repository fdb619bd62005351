package org.sitewright.adapter.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Sends large files in parts. What a broken connection or a host in trouble left half-sent is gone on with the next
/// time; what the host refused is taken back, so that it costs nothing.
final class S3LargeFiles {
    private static final int AT_ONCE = 4;
    /// Of all files together, since each part lies in memory while it is sent, and each file has its share of the line.
    private static final int TRANSFERS_AT_ONCE = 8;
    private static final int SERVER_FAULTS = 500;

    private final S3Bucket bucket;
    private final int atOnce;
    private final boolean onlyNew;
    private final Semaphore turns = new Semaphore(TRANSFERS_AT_ONCE);

    private S3LargeFiles(S3Bucket bucket, int atOnce, boolean onlyNew) {
        this.bucket = bucket;
        this.atOnce = atOnce;
        this.onlyNew = onlyNew;
    }

    S3LargeFiles(S3Bucket bucket) {
        this(bucket, AT_ONCE, false);
    }

    /// Parts one after another, for whoever sends several files at once and has little memory.
    ///
    /// @param conditional whether the host is to refuse a name that is there already
    static S3LargeFiles onePartAtATime(S3Bucket bucket, boolean conditional) {
        return new S3LargeFiles(bucket, 1, conditional);
    }

    /// A cancel breaks off the parts that are under way; those that arrived are gone on with at the next publish.
    ///
    /// @return the tag of the whole file
    String put(String key, S3Parts parts, CreateMultipartUploadRequest head, CancelToken cancel) {
        Map<Integer, String> there = new HashMap<>();
        String upload = unfinished(key, parts, there);
        if (upload.isEmpty()) {
            upload = bucket.client().createMultipartUpload(head).uploadId();
        }
        try {
            return send(key, upload, parts, there, cancel);
        } catch (S3Exception refused) {
            if (refused.statusCode() < SERVER_FAULTS) {
                abort(key, upload);
            }
            throw refused;
        }
    }

    /// Does a transfer of many bytes when few others are under way.
    <T extends @Nullable Object> T inTurn(Supplier<T> transfer) {
        turns.acquireUninterruptibly();
        try {
            return transfer.get();
        } finally {
            turns.release();
        }
    }

    private String send(String key, String upload, S3Parts parts, Map<Integer, String> there, CancelToken cancel) {
        Map<Integer, String> tags = new ConcurrentHashMap<>(there);
        List<Integer> missing = IntStream.rangeClosed(1, parts.count())
                .filter(number -> !tags.containsKey(number))
                .boxed()
                .toList();
        Parallel.each(missing, atOnce, cancel, number -> {
            String tag = inTurn(() -> cancel.interrupting(() -> send(key, upload, number, parts.content(number))));
            // What most hosts would have told.
            tags.put(number, Objects.requireNonNullElseGet(tag, () -> "\"" + parts.tag(number) + "\""));
        });
        List<CompletedPart> completed = new ArrayList<>();
        tags.forEach((number, tag) -> completed.add(
                CompletedPart.builder().partNumber(number).eTag(tag).build()));
        completed.sort(Comparator.comparing(CompletedPart::partNumber));
        return bucket.client()
                .completeMultipartUpload(request -> request.bucket(bucket.name())
                        .key(key)
                        .uploadId(upload)
                        .ifNoneMatch(onlyNew ? "*" : null)
                        .multipartUpload(whole -> whole.parts(completed)))
                .eTag();
    }

    /// @return the tag of the part; null when the host told none
    private @Nullable String send(String key, String upload, int number, byte[] content) {
        return bucket.client()
                .uploadPart(
                        request -> request.bucket(bucket.name())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength((long) content.length),
                        RequestBody.fromContentProvider(
                                () -> new ByteArrayInputStream(content), content.length, "application/octet-stream"))
                .eTag();
    }

    /// The upload of the same file that was cut, with the tags of the parts that arrived whole; empty when there is
    /// none. Uploads of what the file no longer is are taken back.
    private String unfinished(String key, S3Parts parts, Map<Integer, String> there) {
        String found = "";
        for (MultipartUpload upload : uploads(key)) {
            Map<Integer, String> arrived = found.isEmpty() ? arrived(key, upload.uploadId(), parts) : Map.of();
            if (arrived.isEmpty()) {
                abort(key, upload.uploadId());
            } else {
                found = upload.uploadId();
                there.putAll(arrived);
            }
        }
        return found;
    }

    private List<MultipartUpload> uploads(String key) {
        try {
            return bucket
                    .client()
                    .listMultipartUploads(
                            request -> request.bucket(bucket.name()).prefix(key))
                    .uploads()
                    .stream()
                    .filter(upload -> upload.key().equals(key))
                    .toList();
        } catch (S3Exception notAllowed) {
            // Without the right to list them, each upload begins anew.
            return List.of();
        }
    }

    private Map<Integer, String> arrived(String key, String upload, S3Parts parts) {
        Map<Integer, String> arrived = new HashMap<>();
        for (Part part : bucket.client()
                .listPartsPaginator(
                        request -> request.bucket(bucket.name()).key(key).uploadId(upload))
                .parts()) {
            int number = part.partNumber();
            if (number <= parts.count() && S3Clients.tag(part.eTag()).equals(parts.tag(number))) {
                arrived.put(number, part.eTag());
            }
        }
        return arrived;
    }

    private void abort(String key, String upload) {
        try {
            bucket.client()
                    .abortMultipartUpload(
                            request -> request.bucket(bucket.name()).key(key).uploadId(upload));
        } catch (SdkException left) {
            // The host drops it by its own rule; the fault that led here is the one to tell.
            return;
        }
    }
}
