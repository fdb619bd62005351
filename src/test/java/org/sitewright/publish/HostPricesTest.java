package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPricesTest {
    private static TargetSettings.S3 at(String endpoint) {
        return new TargetSettings.S3(endpoint, "r", "b", "", false, "", TargetSettings.Support.FULL);
    }

    @Test
    void knowsHostsByTheirEndpoint() {
        assertThat(HostPrices.of(at(""))).map(HostPrices::host).contains("Amazon S3");
        assertThat(HostPrices.of(at("https://s3.eu-north-1.amazonaws.com")))
                .map(HostPrices::host)
                .contains("Amazon S3");
        assertThat(HostPrices.of(at("https://abc.r2.cloudflarestorage.com")))
                .map(HostPrices::host)
                .contains("Cloudflare R2");
        assertThat(HostPrices.of(at("https://s3.eu-central-003.backblazeb2.com")))
                .map(HostPrices::host)
                .contains("Backblaze B2");
    }

    @Test
    void saysNothingOfHostsWithoutAPriceForRequests() {
        assertThat(HostPrices.of(at("https://s3.eu-central-1.wasabisys.com"))).isEmpty();
        assertThat(HostPrices.of(at("http://localhost:9000"))).isEmpty();
        assertThat(HostPrices.of(at("not an address"))).isEmpty();
        assertThat(HostPrices.of(at("https://amazonaws.com.example.org"))).isEmpty();
        assertThat(HostPrices.of(new TargetSettings.Folder(Path.of("x"), ""))).isEmpty();
    }

    @Test
    void saysOfWhenThePricesAre() {
        for (String endpoint : List.of("", "https://a.r2.cloudflarestorage.com", "https://s3.x.backblazeb2.com")) {
            HostPrices prices = HostPrices.of(at(endpoint)).orElseThrow();
            assertThat(prices.dated())
                    .matches("prices of 20\\d\\d, .+; the host may have changed them since")
                    .contains(prices.where());
            assertThat(prices.source()).startsWith("https://");
        }
    }

    @Test
    void addsUpRequestsAndStorage() {
        HostPrices amazon = HostPrices.of(at("")).orElseThrow();
        Effort effort = new Effort(2_000, 1_000, 10_000, 5, 123, 10_000_000_000L);
        assertThat(amazon.once(effort)).isCloseTo(0.01 + 0.005 + 0.004, within(1e-12));
        assertThat(amazon.monthly(effort)).isCloseTo(0.23, within(1e-12));
    }
}
