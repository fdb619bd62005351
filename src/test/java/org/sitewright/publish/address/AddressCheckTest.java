package org.sitewright.publish.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.DeliveryNetwork;
import org.sitewright.publish.MemoryTarget;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.publish.address.AddressState.Names.Status;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class AddressCheckTest {
    private static final String HOST = "www.aurora.example";

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private final SeenOutside outside = new SeenOutside();
    private Optional<DeliveryNetwork> network = Optional.empty();
    private Optional<String> named = Optional.empty();

    @Test
    void anAliasOfTheHostIsConnected() {
        outside.leads(HOST, DnsRecord.Type.CNAME, "cname.vercel-dns.com");
        assertThat(names(new TargetSettings.Vercel("aurora", "", url())).status())
                .isEqualTo(Status.CONNECTED);
    }

    @Test
    void theAddressesOfAnAliasStandForIt() {
        outside.leads(HOST, DnsRecord.Type.A, "192.0.2.7");
        outside.leads("cname.vercel-dns.com", DnsRecord.Type.A, "192.0.2.7");
        assertThat(names(new TargetSettings.Vercel("aurora", "", url())).status())
                .isEqualTo(Status.CONNECTED);
    }

    @Test
    void saysWhatToTypeWhereNothingIsSetUp() {
        AddressState.Names names = names(new TargetSettings.Vercel("aurora", "", "https://aurora.example/"));
        assertThat(names.status()).isEqualTo(Status.MISSING);
        assertThat(names.wanted()).containsExactly(new DnsRecord("aurora.example", DnsRecord.Type.A, "76.76.21.21"));
    }

    @Test
    void pagesOfAForgeAreKnownByTheirRepository() {
        TargetSettings github = new TargetSettings.Git(
                "git@github.com:Aurora/site.git", "gh-pages", "", "", "", "https://" + HOST + "/");
        assertThat(names(github).wanted())
                .containsExactly(new DnsRecord(HOST, DnsRecord.Type.CNAME, "aurora.github.io"));
        TargetSettings apex = new TargetSettings.Git(
                "https://github.com/aurora/site.git", "gh-pages", "", "", "", "https://aurora.example/");
        assertThat(names(apex).wanted()).hasSize(4).extracting(DnsRecord::type).containsOnly(DnsRecord.Type.A);
        TargetSettings own = new TargetSettings.Git("/srv/site.git", "main", "", "", "", "https://aurora.example/");
        assertThat(names(own).wanted()).isEmpty();
    }

    @Test
    void aServerServesWhatItIsSent() {
        outside.leads("ftp.aurora.example", DnsRecord.Type.A, "192.0.2.9");
        outside.leads(HOST, DnsRecord.Type.A, "198.51.100.1");
        TargetSettings sftp = new TargetSettings.Sftp(
                new TargetSettings.Server("ftp.aurora.example", 22, "me"), "www", "", "", url());
        AddressState state = look(sftp);
        assertThat(state.names().status()).isEqualTo(Status.ELSEWHERE);
        assertThat(state.names().wanted()).containsExactly(new DnsRecord(HOST, DnsRecord.Type.A, "192.0.2.9"));
        assertThat(state.warnings(clock.instant())).first().asString().contains("198.51.100.1", HOST);
    }

    @Test
    void theNetworkNamesItself() {
        network =
                Optional.of(network(() -> new DeliveryNetwork.State(CdnStatus.ACTIVE, "at work", "d1.cloudfront.net")));
        outside.leads(HOST, DnsRecord.Type.CNAME, "d1.cloudfront.net.");
        AddressState state = look(bucket());
        assertThat(state.names().status()).isEqualTo(Status.CONNECTED);
        assertThat(state.network()).isEqualTo(new AddressState.Network(CdnStatus.ACTIVE, "CloudFront E1", "at work"));
    }

    @Test
    void aHostNamesWhereADomainMustLead() {
        named = Optional.of("willow-5678.herokudns.com");
        outside.leads(HOST, DnsRecord.Type.A, "192.0.2.9");
        AddressState.Names names = names(new TargetSettings.Heroku("aurora", url()));
        assertThat(names.status()).isEqualTo(Status.ELSEWHERE);
        assertThat(names.wanted())
                .containsExactly(new DnsRecord(HOST, DnsRecord.Type.CNAME, "willow-5678.herokudns.com"));
        outside.leads(HOST, DnsRecord.Type.CNAME, "willow-5678.herokudns.com");
        assertThat(names(new TargetSettings.Heroku("aurora", url())).status()).isEqualTo(Status.CONNECTED);
    }

    @Test
    void saysWhenTheNetworkCannotBeAsked() {
        network = Optional.of(network(() -> {
            throw new PublishProblem(new PublishFailure.Forbidden("The keys may not.", "Allow it."));
        }));
        outside.leads(HOST, DnsRecord.Type.A, "192.0.2.9");
        assertThat(look(bucket()).warnings(clock.instant())).containsExactly("CloudFront E1: The keys may not.");
    }

    @Test
    void nothingIsClaimedWithoutANetwork() {
        outside.offline = true;
        AddressState state = look(bucket());
        assertThat(state.names().status()).isEqualTo(Status.UNASKED);
        assertThat(state.certificate().status()).isEqualTo(SslStatus.UNKNOWN);
        assertThat(state.warnings(clock.instant())).isEmpty();
    }

    @Test
    void warnsBeforeACertificateEnds() {
        outside.leads(HOST, DnsRecord.Type.A, "192.0.2.9");
        outside.certificate = ending(Duration.ofDays(13), SslStatus.ACTIVE);
        assertThat(look(bucket()).warnings(clock.instant()))
                .singleElement()
                .asString()
                .contains("14 March 2026", "not renewed");
        outside.certificate = ending(Duration.ofDays(15), SslStatus.ACTIVE);
        assertThat(look(bucket()).warnings(clock.instant())).isEmpty();
        outside.certificate = ending(Duration.ofDays(-2), SslStatus.EXPIRED);
        assertThat(look(bucket()).warnings(clock.instant()))
                .singleElement()
                .asString()
                .contains("ended on 27 February 2026");
    }

    @Test
    void warnsOfPagesWithoutEncryption() {
        outside.leads(HOST, DnsRecord.Type.A, "192.0.2.9");
        outside.plain = Outside.Plain.OPEN;
        assertThat(look(bucket()).warnings(clock.instant()))
                .singleElement()
                .asString()
                .contains("http://" + HOST);
        outside.certificate = SeenCertificate.none(SslStatus.NONE, "nobody answers by HTTPS");
        assertThat(look(bucket()).warnings(clock.instant()))
                .singleElement()
                .asString()
                .contains("does not answer by HTTPS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://127.0.0.1:8080/", "http://localhost/", "https://[::1]/", "file:///srv/www/"})
    void looksAtPublicAddressesOnly(String url) {
        assertThat(check(new TargetSettings.Folder(Path.of("/srv/www"), url))).isEmpty();
    }

    private static SeenCertificate ending(Duration left, SslStatus status) {
        return new SeenCertificate(
                status, "Our Authority", Instant.parse("2026-03-01T12:00:00Z").plus(left), List.of(HOST), "");
    }

    private static String url() {
        return "https://" + HOST + "/";
    }

    private static TargetSettings bucket() {
        return new TargetSettings.S3(
                "https://s3.host.example", "auto", "aurora", "", true, url(), TargetSettings.Support.FULL);
    }

    private AddressState.Names names(TargetSettings settings) {
        return look(settings).names();
    }

    private AddressState look(TargetSettings settings) {
        return check(settings).orElseThrow();
    }

    private Optional<AddressState> check(TargetSettings settings) {
        Target target = new Target(new TargetId(new UUID(1, 2)), Assets.OWNER, "Live", settings, clock.instant());
        PublishTarget open = new WatchedTarget(new MemoryTarget(clock)) {
            @Override
            public Optional<DeliveryNetwork> network() {
                return network;
            }

            @Override
            public Optional<String> nameFor(String domain) {
                return named;
            }
        };
        return new AddressCheck(outside, clock).look(target, open);
    }

    private static DeliveryNetwork network(Supplier<DeliveryNetwork.State> state) {
        return new DeliveryNetwork() {
            @Override
            public String describe() {
                return "CloudFront E1";
            }

            @Override
            public void refresh(List<String> urlPaths, Progress progress, CancelToken cancel) {}

            @Override
            public Verdict test() {
                return new Verdict.Ready(TargetSettings.Support.FULL, List.of());
            }

            @Override
            public State state() {
                return state.get();
            }
        };
    }
}
