package org.sitewright.adapter.s3;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewright.blob.BlobSource;
import software.amazon.awssdk.http.SdkHttpMethod;

/// One request to a bucket, before it is signed.
///
/// @param key of the object; empty for the bucket itself
/// @param query names and values as they are, not encoded
/// @param headers by their names in lower case
/// @param body empty for a request without one
record S3Ask(
        SdkHttpMethod method,
        String key,
        SortedMap<String, String> query,
        SortedMap<String, String> headers,
        Optional<BlobSource> body) {
    static S3Ask object(String key) {
        return new S3Ask(SdkHttpMethod.GET, key, new TreeMap<>(), new TreeMap<>(), Optional.empty());
    }

    static S3Ask list(SortedMap<String, String> query) {
        return new S3Ask(SdkHttpMethod.GET, "", query, new TreeMap<>(), Optional.empty());
    }

    static S3Ask put(S3Put put) {
        return new S3Ask(SdkHttpMethod.PUT, put.key(), new TreeMap<>(), put.headers(), Optional.of(put.body()));
    }
}
