package org.sitewright.adapter.s3;

import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.TargetSettings;

/// Faults of the network and the host before a real S3 server.
class S3CampaignTest {
    private static final AccessKey KEY = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);

    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (S3Server server = S3Server.start(0);
                FaultyHttp proxy = new FaultyHttp(server.port());
                S3Target faulty = open(proxy.endpoint());
                S3Target good = open(server.endpoint())) {
            server.createBucket("campaign");
            new HostCampaign("S3 campaign", 60, 40).run(faulty, good, HostCampaign.of(proxy, 28));
        }
    }

    private static S3Target open(String endpoint) {
        TargetSettings.S3 settings = new TargetSettings.S3(
                endpoint, S3Server.REGION, "campaign", "site", true, "", TargetSettings.Support.FULL);
        return new S3Target(settings, () -> KEY);
    }
}
