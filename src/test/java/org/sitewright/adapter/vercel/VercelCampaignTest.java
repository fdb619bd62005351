package org.sitewright.adapter.vercel;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.VercelServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetSettings;

/// Faults of the network and the host before what Vercel documents.
class VercelCampaignTest {
    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (VercelServer server = new VercelServer();
                FaultyHttp proxy = new FaultyHttp(server.address().getPort());
                PublishTarget faulty = open(URI.create(proxy.endpoint()));
                PublishTarget good = open(server.address())) {
            new HostCampaign("Vercel campaign", 80, 6).run(faulty, good, HostCampaign.of(proxy, 24));
        }
    }

    private static PublishTarget open(URI address) {
        TargetSettings.Vercel settings = new TargetSettings.Vercel(VercelServer.PROJECT, VercelServer.TEAM, "");
        return new ReleaseTarget(
                new VercelHost(settings, () -> new AccessKey("", VercelServer.TOKEN), address, wait -> {}), false);
    }
}
