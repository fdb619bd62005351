package org.sitewright.adapter.sftp;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.SshServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;

/// A line that is cut, breaks or stands still before a server that speaks SFTP.
class SftpCampaignTest {
    @TempDir
    Path home;

    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (SshServer server = SshServer.start(home, null);
                FaultyConnection line = new FaultyConnection(server.port());
                SftpTarget faulty = open(server, line.port());
                SftpTarget good = open(server, server.port())) {
            new HostCampaign("SFTP campaign", 60, 10).run(faulty, good, HostCampaign.of(line, 40_000));
        }
    }

    private SftpTarget open(SshServer server, int port) {
        return new SftpTarget(
                new TargetSettings.Sftp(new Server("127.0.0.1", port, SshServer.USER), "www", "", server.hostKey(), ""),
                () -> new AccessKey("", SshServer.PASSWORD),
                home.resolve("known_hosts"),
                SshAgent.NONE,
                Duration.ZERO);
    }
}
