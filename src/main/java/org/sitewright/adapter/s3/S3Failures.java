package org.sitewright.adapter.s3;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a host says by the error codes of the S3 protocol, in the user's words
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>).
final class S3Failures {
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");
    private static final String AGAIN = "Wait a little, then try again: it goes on where it stopped.";

    private final TargetSettings.S3 settings;

    S3Failures(TargetSettings.S3 settings) {
        this.settings = settings;
    }

    PublishProblem of(SdkException fault) {
        return new PublishProblem(failure(fault), fault);
    }

    PublishFailure failure(SdkException fault) {
        return fault instanceof S3Exception answer ? answered(answer) : unanswered(fault);
    }

    private PublishFailure answered(S3Exception answer) {
        return switch (code(answer)) {
            case "NoSuchBucket" -> missingBucket();
            case "SignatureDoesNotMatch" ->
                new PublishFailure.Authentication(
                        "The secret key does not belong to the key id.",
                        "Enter both keys again, without spaces around them.");
            case "InvalidAccessKeyId" ->
                new PublishFailure.Authentication(
                        "The host does not know the key id.",
                        "Check the key id, and that the key still exists at the host.");
            case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
                new PublishFailure.Authentication("The keys have expired.", "Make new keys at the host, enter them.");
            case "RequestTimeTooSkewed", "RequestExpired" ->
                new PublishFailure.ClockSkew(
                        "The clock of this computer differs from the host’s by more than the host allows.",
                        "Set the date, time and time zone of this computer, then try again.");
            case "AccessDenied", "AllAccessDisabled", "AccountProblem", "NotSignedUp" -> forbidden();
            case "SlowDown", "ServiceUnavailable", "Throttling", "RequestLimitExceeded", "TooManyRequests" -> busy();
            case "QuotaExceeded",
                    "InsufficientStorage",
                    "XMinioStorageFull",
                    "EntityTooLarge",
                    "StorageLimitExceeded" ->
                new PublishFailure.Quota(
                        "The host takes no more: the limit of the account or bucket is reached.",
                        "Free some space at the host or raise the limit, then try again.");
            case "BadDigest", "InvalidDigest", "XAmzContentChecksumMismatch", "XAmzContentSHA256Mismatch" ->
                new PublishFailure.Damaged("A file arrived at the host other than it was sent.", AGAIN);
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                wrongRegion(answer);
            case "InvalidBucketName" ->
                new PublishFailure.Settings(
                        "“" + settings.bucket() + "” is not a name that a bucket can have.",
                        "Check the name of the bucket.");
            case "OperationAborted", "ConditionalRequestConflict" ->
                new PublishFailure.Conflict("Somebody else is changing the bucket at this moment.", AGAIN);
            default -> byStatus(answer);
        };
    }

    private PublishFailure byStatus(S3Exception answer) {
        return switch (answer.statusCode()) {
            case 301, 307 -> wrongRegion(answer);
            case 401 ->
                new PublishFailure.Authentication("The host does not accept the keys.", "Enter both keys again.");
            case 403 -> forbidden();
            case 404 -> missingBucket();
            case 409, 412 -> new PublishFailure.Conflict("Somebody else changed the bucket at the same time.", AGAIN);
            case 429, 503 -> busy();
            case 507 ->
                new PublishFailure.Quota("The host has no more room.", "Free some space there, then try again.");
            default ->
                new PublishFailure.Unexpected(
                        "The host answered with an error: " + answer.statusCode() + " " + code(answer) + ".", AGAIN);
        };
    }

    private PublishFailure unanswered(SdkException fault) {
        if (has(fault, UnknownHostException.class)) {
            return new PublishFailure.Network(
                    "There is no host called " + host() + ".",
                    "Check the address of the target and that this computer is online.");
        }
        if (has(fault, ConnectException.class) || has(fault, NoRouteToHostException.class)) {
            return new PublishFailure.Network(
                    "Nothing answers at " + host() + ".",
                    "Check the address of the target and that this computer is online.");
        }
        if (has(fault, SSLException.class)) {
            return new PublishFailure.Network(
                    "No safe connection to " + host() + " could be made.",
                    "Check that the address begins as the host says (https or http) and that its certificate is good.");
        }
        return broken();
    }

    /// What a connection that was lost in the middle means.
    PublishFailure broken() {
        return new PublishFailure.Network("The connection to " + host() + " broke.", AGAIN);
    }

    private PublishFailure missingBucket() {
        return new PublishFailure.MissingPlace(
                "There is no bucket called “" + settings.bucket() + "” at " + host() + ".",
                "Check the name, or create the bucket at the host.");
    }

    private PublishFailure forbidden() {
        return new PublishFailure.Forbidden(
                "The keys may not do this in the bucket “" + settings.bucket() + "”.",
                "At the host, allow these keys to list, read, write and delete in it.");
    }

    private PublishFailure busy() {
        return new PublishFailure.Busy("The host asks to go slower.", AGAIN);
    }

    private PublishFailure wrongRegion(S3Exception answer) {
        Matcher expected = EXPECTED_REGION.matcher(String.valueOf(answer.getMessage()));
        String remedy = expected.find()
                ? "Set the region to " + expected.group(1) + "."
                : "Look up the region of the bucket at the host, and set it.";
        return new PublishFailure.Settings(
                "The bucket “" + settings.bucket() + "” is not in the region “" + settings.region() + "”.", remedy);
    }

    private String host() {
        return S3Clients.host(settings);
    }

    static String code(S3Exception answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
