package org.sitewright.adapter.heroku;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.HerokuServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetSettings;

/// Faults of the network and the host before what Heroku documents.
class HerokuCampaignTest {
    @TempDir
    Path caches;

    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (HerokuServer server = new HerokuServer();
                FaultyHttp proxy = new FaultyHttp(server.address().getPort());
                PublishTarget faulty = open(URI.create(proxy.endpoint()), "here");
                PublishTarget good = open(server.address(), "there")) {
            new HostCampaign("Heroku campaign", 80, 6).run(faulty, good, HostCampaign.of(proxy, 12));
        }
    }

    private PublishTarget open(URI address, String computer) {
        return new ReleaseTarget(
                new HerokuHost(
                        new TargetSettings.Heroku(HerokuServer.APP, ""),
                        () -> new AccessKey("", HerokuServer.KEY),
                        address,
                        caches.resolve(computer),
                        wait -> {}),
                false);
    }
}
