package org.sitewright.adapter.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.BehindNetwork;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.DeliveryNetwork;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.MemoryTarget;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Against a server that speaks the documented protocol and refuses what the vendor refuses.
class CloudFrontNetworkTest {
    private static final String NS = " xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"";

    private final List<String> bodies = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private HttpServer server = start();
    private int pollsUntilDone = 2;
    private String status = "Deployed";
    private boolean enabled = true;

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!signature.contains("Credential=AKIA/") || !signature.contains("/us-east-1/cloudfront/aws4_request")) {
            send(exchange, 403, error("InvalidClientTokenId"));
        } else if (path.equals("/2020-05-31/distribution/E123")) {
            send(exchange, 200, distribution());
        } else if (!path.startsWith("/2020-05-31/distribution/E123/invalidation")) {
            send(exchange, 404, error("NoSuchDistribution"));
        } else if (exchange.getRequestMethod().equals("POST")) {
            bodies.add(body);
            boolean whole = body.contains("<CallerReference>") && body.contains("<Quantity>");
            send(exchange, whole ? 201 : 400, whole ? invalidation("InProgress") : error("InvalidArgument"));
        } else if (path.endsWith("/I7")) {
            send(exchange, 200, invalidation(--pollsUntilDone <= 0 ? "Completed" : "InProgress"));
        } else {
            send(
                    exchange,
                    200,
                    "<InvalidationList" + NS + "><IsTruncated>false</IsTruncated><Marker/><MaxItems>1</MaxItems>"
                            + "<Quantity>0</Quantity></InvalidationList>");
        }
    }

    private static String invalidation(String status) {
        return "<Invalidation" + NS + "><Id>I7</Id><Status>" + status
                + "</Status><CreateTime>2026-03-01T10:00:00Z</CreateTime><InvalidationBatch><CallerReference>r"
                + "</CallerReference><Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths>"
                + "</InvalidationBatch></Invalidation>";
    }

    private String distribution() {
        return "<Distribution" + NS + "><Id>E123</Id><ARN>arn:aws:cloudfront::1:distribution/E123</ARN><Status>"
                + status + "</Status><LastModifiedTime>2026-03-01T10:00:00Z</LastModifiedTime>"
                + "<InProgressInvalidationBatches>0</InProgressInvalidationBatches>"
                + "<DomainName>d111.cloudfront.net</DomainName><DistributionConfig><CallerReference>r"
                + "</CallerReference><Enabled>" + enabled + "</Enabled></DistributionConfig></Distribution>";
    }

    private static String error(String code) {
        return "<ErrorResponse" + NS + "><Error><Type>Sender</Type><Code>" + code
                + "</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.getResponseHeaders().add("Location", "https://cloudfront.amazonaws.com/I7");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private CloudFrontNetwork network(String distribution, String key) {
        return network(
                distribution, key, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static CloudFrontNetwork network(String distribution, String key, String address) {
        URI endpoint = URI.create(address);
        return new CloudFrontNetwork(
                distribution,
                () -> new AccessKey(key, "secret"),
                new Ids(new Random(1)),
                new CloudFrontNetwork.Place(Optional.of(endpoint), Duration.ofMillis(5)));
    }

    @Test
    void waitsUntilOldCopiesAreGone() {
        network("E123", "AKIA")
                .refresh(List.of("/", "/menu/"), (done, total, step) -> steps.add(step), new CancelToken());
        assertThat(bodies).singleElement().asString().contains("<Path>/</Path><Path>/menu/</Path>");
        assertThat(steps).hasSize(2).allMatch(step -> step.contains("CloudFront"));
        assertThat(pollsUntilDone).isZero();
    }

    /// Whatever happens on the way, a version that is live stays live, and a person is told.
    @Test
    void neverTakesBackWhatIsPublished() throws Exception {
        long seed = Campaign.seed("CloudFront campaign");
        Random random = new Random(seed);
        Publisher publisher =
                new Publisher(new MemoryDeployments(), Clock.systemUTC(), new Ids(new Random(seed)), "here");
        int warned = 0;
        try (FaultyHttp line = new FaultyHttp(server.getAddress().getPort());
                PublishTarget place = new BehindNetwork(
                        new MemoryTarget(Clock.systemUTC()), network("E123", "AKIA", line.endpoint()))) {
            publisher.publish(TestSites.request(TestSites.bakery("0")), place).run(Progress.NONE, new CancelToken());
            int edition = 0;
            for (FaultyHttp.Fault fault : FaultyHttp.Fault.values()) {
                int first = 1 + random.nextInt(3);
                int burst = 1 + random.nextInt(2) * 11;
                pollsUntilDone = 2;
                CancelToken cancel = new CancelToken();
                line.plan(number -> {
                    if (number == first && fault == FaultyHttp.Fault.NONE) {
                        cancel.cancel();
                    }
                    return number >= first && number < first + burst ? fault : FaultyHttp.Fault.NONE;
                });
                OutputTree next = TestSites.bakery(String.valueOf(++edition));
                assertThat(publisher.publish(TestSites.request(next), place).run(Progress.NONE, cancel))
                        .as("seed " + seed + ", " + fault + " × " + burst + " at " + first)
                        .isInstanceOfSatisfying(PublishResult.Published.class, done -> assertThat(done.warnings())
                                .hasSizeLessThan(2)
                                .allMatch(warning -> warning.contains("CloudFront")));
                assertThat(line.requests()).isNotEmpty();
                warned += cancel.isCancelled() ? 1 : 0;
            }
        }
        assertThat(warned).isEqualTo(1);
    }

    @Test
    void canBeStoppedWhileItWaits() {
        pollsUntilDone = Integer.MAX_VALUE;
        CancelToken cancel = new CancelToken();
        assertThatThrownBy(() ->
                        network("E123", "AKIA").refresh(List.of("/*"), (done, total, step) -> cancel.cancel(), cancel))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(network("E123", "AKIA").test()).isInstanceOf(Verdict.Ready.class);
        assertThat(((Verdict.Refused) network("E999", "AKIA").test()).failure())
                .isInstanceOf(PublishFailure.MissingPlace.class);
        assertThat(((Verdict.Refused) network("E123", "OTHER").test()).failure())
                .isInstanceOf(PublishFailure.Authentication.class);
        assertThatThrownBy(() -> network("E999", "AKIA").refresh(List.of("/*"), Progress.NONE, new CancelToken()))
                .isInstanceOf(PublishProblem.class)
                .hasMessageContaining("E999");
    }

    @Test
    void tellsHowItStands() {
        DeliveryNetwork network = network("E123", "AKIA");
        assertThat(network.state().status()).isEqualTo(CdnStatus.ACTIVE);
        assertThat(network.state().name()).isEqualTo("d111.cloudfront.net");
        status = "InProgress";
        assertThat(network.state().status()).isEqualTo(CdnStatus.REFRESHING);
        enabled = false;
        assertThat(network.state().status()).isEqualTo(CdnStatus.FAILED);
        assertThatThrownBy(() -> network("E999", "AKIA").state()).isInstanceOf(PublishProblem.class);
    }
}
