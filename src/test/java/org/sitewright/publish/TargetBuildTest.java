package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.render.HostForm;

class TargetBuildTest {
    /// Apache's rules would keep the records from us as well where visitors come by the same address.
    @ParameterizedTest
    @CsvSource({
        "https://example.org/dav/, https://example.org/, HTACCESS",
        "https://dav.example.org/, https://example.org/, HTACCESS",
        "https://example.org/dav/, '', HTACCESS",
        "https://example.org/, https://example.org/, NONE",
        "https://Example.org, http://example.org/, NONE",
        "https://example.org/shop/, https://example.org/shop, NONE"
    })
    void webDavGetsRulesUnlessVisitorsComeTheSameWay(String dav, String address, HostForm form) {
        assertThat(TargetBuild.options(new TargetSettings.WebDav(dav, "ann", address), address)
                        .host())
                .isEqualTo(form);
    }
}
