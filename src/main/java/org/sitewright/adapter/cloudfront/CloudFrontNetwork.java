package org.sitewright.adapter.cloudfront;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.DeliveryNetwork;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.cloudfront.model.Paths;

/// A distribution of Amazon CloudFront
/// (<https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html>).
public final class CloudFrontNetwork implements DeliveryNetwork {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String COMPLETED = "Completed";
    private static final String AGAIN = "Publish again in some minutes.";

    private final String distribution;
    private final Credentials credentials;
    private final Ids ids;
    private final Place place;

    /// Where the service is.
    ///
    /// @param endpoint empty for Amazon itself
    /// @param pollEvery how long to wait between two questions
    public record Place(Optional<URI> endpoint, Duration pollEvery) {
        public static final Place AMAZON = new Place(Optional.empty(), Duration.ofSeconds(5));
    }

    public CloudFrontNetwork(String distribution, Credentials credentials, Ids ids, Place place) {
        this.distribution = distribution;
        this.credentials = credentials;
        this.ids = ids;
        this.place = place;
    }

    @Override
    public String describe() {
        return "CloudFront " + distribution;
    }

    @Override
    public void refresh(List<String> urlPaths, Progress progress, CancelToken cancel) {
        try (CloudFrontClient client = client()) {
            String reference = ids.next().toString();
            Paths paths =
                    Paths.builder().quantity(urlPaths.size()).items(urlPaths).build();
            var made = client.createInvalidation(request -> request.distributionId(distribution)
                            .invalidationBatch(
                                    batch -> batch.callerReference(reference).paths(paths)))
                    .invalidation();
            await(client, made.id(), made.status(), progress, cancel);
        } catch (SdkException fault) {
            throw new PublishProblem(failure(fault), fault);
        }
    }

    @Override
    public Verdict test() {
        try (CloudFrontClient client = client()) {
            client.listInvalidations(
                    request -> request.distributionId(distribution).maxItems("1"));
            return new Verdict.Ready(TargetSettings.Support.FULL, List.of());
        } catch (SdkException fault) {
            return new Verdict.Refused(failure(fault));
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    @Override
    public State state() {
        try (CloudFrontClient client = client()) {
            var found =
                    client.getDistribution(request -> request.id(distribution)).distribution();
            String name = String.valueOf(found.domainName());
            if (!Boolean.TRUE.equals(found.distributionConfig().enabled())) {
                return new State(CdnStatus.FAILED, "it is switched off; enable it at Amazon", name);
            }
            return "Deployed".equals(found.status())
                    ? new State(CdnStatus.ACTIVE, "at work everywhere", name)
                    : new State(CdnStatus.REFRESHING, "a change of its settings is under way", name);
        } catch (SdkException fault) {
            throw new PublishProblem(failure(fault), fault);
        }
    }

    private void await(CloudFrontClient client, String id, String first, Progress progress, CancelToken cancel) {
        String status = first;
        long polls = Math.max(1, LONGEST.dividedBy(place.pollEvery()));
        for (long poll = 0; !status.equals(COMPLETED); poll++) {
            cancel.check();
            if (poll >= polls) {
                throw new PublishProblem(new PublishFailure.Busy(
                        "CloudFront has not finished after " + LONGEST.toMinutes() + " minutes.",
                        "Look again later; nothing needs to be published anew."));
            }
            progress.at(0, 0, "Waiting for CloudFront to drop its old copies");
            LockSupport.parkNanos(place.pollEvery().toNanos());
            status = client.getInvalidation(
                            request -> request.distributionId(distribution).id(id))
                    .invalidation()
                    .status();
        }
    }

    private CloudFrontClient client() {
        AccessKey key = credentials.accessKey();
        ProfileFile nothing = ProfileFile.aggregator().build();
        var builder = CloudFrontClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(() -> AwsBasicCredentials.create(key.id(), key.secret()))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(30)))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(Duration.ofSeconds(40))
                        .apiCallTimeout(Duration.ofMinutes(3))
                        .defaultProfileFileSupplier(() -> nothing));
        place.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private PublishFailure failure(SdkException fault) {
        if (!(fault instanceof CloudFrontException answer)) {
            return new PublishFailure.Network("CloudFront could not be reached.", AGAIN);
        }
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null ? "" : String.valueOf(details.errorCode());
        return switch (code) {
            case "NoSuchDistribution" ->
                new PublishFailure.MissingPlace(
                        "There is no CloudFront distribution “" + distribution + "”.",
                        "Correct the id of the distribution in the target.");
            case "AccessDenied", "AccessDeniedException" ->
                new PublishFailure.Forbidden(
                        "The keys may not refresh CloudFront, or not look at it.",
                        "At Amazon, allow these keys cloudfront:CreateInvalidation, GetInvalidation,"
                                + " ListInvalidations and GetDistribution on the distribution.");
            case "TooManyInvalidationsInProgress", "Throttling", "ThrottlingException" ->
                new PublishFailure.Busy("CloudFront is still busy with earlier refreshes.", AGAIN);
            case "InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException", "ExpiredToken" ->
                new PublishFailure.Authentication(
                        "CloudFront does not accept the keys.", "Enter both keys of the target again.");
            case "InvalidArgument" ->
                new PublishFailure.Settings(
                        "CloudFront does not accept the paths to refresh.", "Check the public address of the target.");
            default ->
                new PublishFailure.Unexpected(
                        "CloudFront answered with an error: " + answer.statusCode() + " " + code + ".", AGAIN);
        };
    }
}
