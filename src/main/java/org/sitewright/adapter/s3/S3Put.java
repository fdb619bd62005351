package org.sitewright.adapter.s3;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewright.blob.BlobSource;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// An object to be put, and what the host is to know and to heed about it. It reads the same whichever way it goes.
///
/// @param headers of the protocol, by their names in lower case
record S3Put(String key, BlobSource body, SortedMap<String, String> headers) {
    private static final String TYPE = "content-type";
    private static final String CACHING = "cache-control";
    private static final String ONLY_NEW = "if-none-match";
    private static final String ONLY_IF = "if-match";
    static final String SUM = "x-amz-checksum-sha256";
    private static final String REDIRECT = "x-amz-website-redirect-location";
    private static final String OWN_SUM = "x-amz-meta-sha256";

    static S3Put of(String key, String contentType, BlobSource body) {
        return new S3Put(key, body, new TreeMap<>()).with(TYPE, contentType);
    }

    S3Put cached(String cacheControl) {
        return with(CACHING, cacheControl);
    }

    /// The host refuses it where there is an object of that key already.
    S3Put onlyNew() {
        return with(ONLY_NEW, "*");
    }

    /// The host refuses it where the object is not the one of this tag.
    S3Put onlyIf(String tag) {
        return with(ONLY_IF, "\"" + tag + "\"");
    }

    /// The host compares the content that arrives with its SHA-256.
    S3Put summed() {
        return with(SUM, base64(body.sha256()));
    }

    /// The host keeps the SHA-256 beside the object, for whoever asks.
    S3Put markedWithSum() {
        return with(OWN_SUM, body.sha256());
    }

    S3Put leadingTo(String location) {
        return with(REDIRECT, location);
    }

    String contentType() {
        return headers.getOrDefault(TYPE, "application/octet-stream");
    }

    private S3Put with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new S3Put(key, body, more);
    }

    static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    /// The same for the SDK.
    PutObjectRequest.Builder request() {
        PutObjectRequest.Builder request = PutObjectRequest.builder().key(key).contentLength(body.size());
        headers.forEach((name, value) -> {
            PutObjectRequest.Builder unused =
                    switch (name) {
                        case TYPE -> request.contentType(value);
                        case CACHING -> request.cacheControl(value);
                        case ONLY_NEW -> request.ifNoneMatch(value);
                        case ONLY_IF -> request.ifMatch(value);
                        case SUM -> request.checksumSHA256(value);
                        case REDIRECT -> request.websiteRedirectLocation(value);
                        case OWN_SUM -> request.metadata(Map.of("sha256", value));
                        default -> throw new IllegalStateException("a header that the SDK was not told: " + name);
                    };
        });
        return request;
    }
}
