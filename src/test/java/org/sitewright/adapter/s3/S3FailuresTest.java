package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The answers that the test server never gives.
class S3FailuresTest {
    private final S3Failures failures = new S3Failures(
            new TargetSettings.S3("", "eu-central-1", "bakery", "", false, "", TargetSettings.Support.FULL));

    @ParameterizedTest
    @CsvSource({
        "403, RequestTimeTooSkewed, ClockSkew",
        "403, AccessDenied, Forbidden",
        "403, InvalidAccessKeyId, Authentication",
        "400, ExpiredToken, Authentication",
        "403, '', Forbidden",
        "404, '', MissingPlace",
        "503, SlowDown, Busy",
        "429, '', Busy",
        "507, InsufficientStorage, Quota",
        "403, QuotaExceeded, Quota",
        "400, BadDigest, Damaged",
        "400, AuthorizationHeaderMalformed, Settings",
        "301, PermanentRedirect, Settings",
        "412, PreconditionFailed, Conflict",
        "500, InternalError, Unexpected",
    })
    void knowsWhatTheHostMeans(int status, String code, String kind) {
        PublishFailure failure = failures.failure(answer(status, code, "text"));
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.happened()).endsWith(".");
        assertThat(failure.remedy()).endsWith(".");
        assertThat(failure.code()).startsWith("SW-PUB-");
    }

    @Test
    void namesTheRightRegionWhenTheHostDoes() {
        PublishFailure failure = failures.failure(
                answer(400, "AuthorizationHeaderMalformed", "the region is wrong; expecting 'us-west-2'"));
        assertThat(failure.remedy()).isEqualTo("Set the region to us-west-2.");
    }

    private static S3Exception answer(int status, String code, String message) {
        return (S3Exception) S3Exception.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
