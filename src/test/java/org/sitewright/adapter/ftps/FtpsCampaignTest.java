package org.sitewright.adapter.ftps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.FtpsServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;

/// A line that is cut, breaks or stands still before a server that speaks FTP over TLS.
class FtpsCampaignTest {
    @TempDir
    Path folder;

    @Test
    void completesOrFailsCleanWhateverHappens() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        try (FtpsServer server = FtpsServer.start(home, folder);
                FaultyConnection line = new FaultyConnection(server.port());
                FtpsTarget faulty = open(server, line.port());
                FtpsTarget good = open(server, server.port())) {
            new HostCampaign("FTPS campaign", 40, 12).run(faulty, good, HostCampaign.of(line, 15_000));
        }
    }

    private static FtpsTarget open(FtpsServer server, int port) {
        return new FtpsTarget(
                new TargetSettings.Ftps(
                        new Server("127.0.0.1", port, FtpsServer.USER), "/www", server.certificate(), ""),
                () -> new AccessKey("", FtpsServer.PASSWORD));
    }
}
