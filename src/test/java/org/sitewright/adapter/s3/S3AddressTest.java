package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.services.s3.S3Client;

class S3AddressTest {
    private static final Pattern GLOBAL = Pattern.compile("s3\\.amazonaws\\.com");

    @ParameterizedTest
    @CsvSource({
        "'', eu-central-1, my-site, false",
        "'', eu-central-1, my-site, true",
        "'', us-east-1, my-site, false",
        "'', ap-southeast-2, my-site, false",
        "'', us-gov-west-1, my-site, false",
        "https://s3.example.org, eu-1, my-site, true",
        "https://s3.example.org/, eu-1, my-site, false",
        "https://s3.example.org:8443, eu-1, my-site, false",
        "http://127.0.0.1:9000, '', my-site, true",
        "https://abc.r2.cloudflarestorage.com, auto, my-site, false",
    })
    void isWhereTheSdkAsks(String endpoint, String region, String bucket, boolean pathStyle) {
        TargetSettings.S3 settings = settings(endpoint, region, bucket, pathStyle);
        try (S3Client client = S3Clients.open(settings, () -> new AccessKey("id", "secret"))) {
            String asked = client.utilities()
                    .getUrl(request -> request.bucket(bucket).key("a.html"))
                    .toString();
            // The oldest region has a host without its name as well.
            String wanted = region.equals("us-east-1")
                    ? GLOBAL.matcher(asked).replaceFirst("s3.us-east-1.amazonaws.com")
                    : asked;
            assertThat(S3Address.of(settings)).hasToString("Optional[" + wanted.replaceFirst("/a\\.html$", "") + "]");
        }
    }

    @Test
    void leavesToTheSdkWhatOnlyItKnows() {
        assertThat(S3Address.of(settings("", "cn-north-1", "my-site", false))).isEmpty();
        assertThat(S3Address.of(settings("", "nowhere", "my-site", false))).isEmpty();
        assertThat(S3Address.of(settings("", "eu-central-1", "my.site", false))).isEmpty();
        assertThat(S3Address.of(settings("", "eu-central-1", "My Site", false))).isEmpty();
        assertThat(S3Address.of(settings("http://127.0.0.1:9000", "", "my-site", false)))
                .isEmpty();
        assertThat(S3Address.of(settings("https://s3.example.org/below", "", "my-site", true)))
                .isEmpty();
        assertThat(S3Address.of(settings("https://me@s3.example.org", "", "my-site", true)))
                .isEmpty();
    }

    private static TargetSettings.S3 settings(String endpoint, String region, String bucket, boolean pathStyle) {
        return new TargetSettings.S3(endpoint, region, bucket, "", pathStyle, "", TargetSettings.Support.FULL);
    }
}
