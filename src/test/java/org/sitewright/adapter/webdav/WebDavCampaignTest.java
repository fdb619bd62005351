package org.sitewright.adapter.webdav;

import org.junit.jupiter.api.Test;
import org.sitewright.fixture.DavServer;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.TargetSettings;

/// Faults of the network and the host before a WebDAV server.
class WebDavCampaignTest {
    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (DavServer server = new DavServer();
                FaultyHttp proxy = new FaultyHttp(server.address().getPort());
                WebDavTarget faulty = open(proxy.endpoint());
                WebDavTarget good = open(server.address().toString())) {
            new HostCampaign("WebDAV campaign", 80, 8).run(faulty, good, HostCampaign.of(proxy, 60));
        }
    }

    private static WebDavTarget open(String address) {
        return new WebDavTarget(
                new TargetSettings.WebDav(address + "/www/", DavServer.USER, ""),
                () -> new AccessKey("", DavServer.PASSWORD),
                wait -> {});
    }
}
