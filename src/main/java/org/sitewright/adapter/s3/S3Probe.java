package org.sitewright.adapter.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Tries all that publishing needs on one small object, and finds out what the host can do.
final class S3Probe {
    private static final String TEXT = "Written to test the connection. It can be deleted.";
    private static final String ELSEWHERE = "/elsewhere/";
    private static final String SHA256 = "EXZEetHwQlVhZv4Qzybgch4CZXhRada69gGPJOPM2sE=";
    private static final String WRONG_SHA256 = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final TargetSettings.S3 settings;
    private final S3Client client;
    private final String key;
    private final Supplier<S3Client> summing;
    private final List<String> warnings = new ArrayList<>();

    /// @param summing makes a client that sends a checksum with every request
    S3Probe(TargetSettings.S3 settings, S3Client client, Supplier<S3Client> summing, String key) {
        this.summing = summing;
        this.settings = settings;
        this.client = client;
        this.key = key;
    }

    Verdict run() {
        try {
            client.listObjectsV2(request -> request.bucket(settings.bucket()).maxKeys(1));
            delete();
            put(object());
            boolean conditional = refuses(object().ifNoneMatch("*")) && refuses(object().ifMatch("\"none\""));
            boolean checksums =
                    accepts(object().checksumSHA256(SHA256)) && refuses(object().checksumSHA256(WRONG_SHA256));
            String back = client.getObjectAsBytes(
                            request -> request.bucket(settings.bucket()).key(key))
                    .asString(StandardCharsets.UTF_8);
            boolean everySum = takesEverySum();
            boolean redirects = keepsRedirects();
            delete();
            if (!back.equals(TEXT)) {
                return new Verdict.Refused(new PublishFailure.Damaged(
                        "The host gives back something other than what was sent.", "Ask the host."));
            }
            warn(conditional);
            return new Verdict.Ready(new TargetSettings.Support(conditional, checksums, everySum, redirects), warnings);
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        } catch (SdkException fault) {
            return new Verdict.Refused(new S3Failures(settings).failure(fault));
        }
    }

    /// Some hosts refuse such a request; others store the wrapping of the sum as if it were part of the file.
    private boolean takesEverySum() {
        try (S3Client client = summing.get()) {
            client.putObject(object().build(), RequestBody.fromString(TEXT, StandardCharsets.UTF_8));
            return client.getObjectAsBytes(
                            request -> request.bucket(settings.bucket()).key(key))
                    .asString(StandardCharsets.UTF_8)
                    .equals(TEXT);
        } catch (SdkException refused) {
            return false;
        }
    }

    private boolean keepsRedirects() {
        try {
            put(object().websiteRedirectLocation(ELSEWHERE));
            return ELSEWHERE.equals(client.headObject(
                            request -> request.bucket(settings.bucket()).key(key))
                    .websiteRedirectLocation());
        } catch (S3Exception refused) {
            return false;
        }
    }

    private void warn(boolean conditional) {
        if (!conditional) {
            warnings.add("This host cannot tell two publishers apart: publish to it from one computer only.");
        }
        if (settings.endpoint().startsWith("http:") && !isThisComputer()) {
            warnings.add("The connection to this host is not encrypted: others on the network can read what is sent.");
        }
    }

    private boolean isThisComputer() {
        String host = S3Clients.endpoint(settings).getHost();
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    private boolean accepts(PutObjectRequest.Builder request) {
        return !refuses(request);
    }

    private boolean refuses(PutObjectRequest.Builder request) {
        try {
            put(request);
            return false;
        } catch (S3Exception answer) {
            if (answer.statusCode() >= 500 && answer.statusCode() != 501) {
                throw answer;
            }
            return true;
        }
    }

    private PutObjectRequest.Builder object() {
        return PutObjectRequest.builder().bucket(settings.bucket()).key(key).contentType("text/plain");
    }

    private void put(PutObjectRequest.Builder request) {
        client.putObject(request.build(), RequestBody.fromString(TEXT, StandardCharsets.UTF_8));
    }

    private void delete() {
        client.deleteObject(request -> request.bucket(settings.bucket()).key(key));
    }
}
