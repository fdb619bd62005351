package org.sitewright.adapter.git;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.GitHttpServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.HostCampaign;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetSettings;

/// Faults of the network and the host before a repository that is reached over HTTP.
class GitCampaignTest {
    @TempDir
    Path folder;

    @Test
    void completesOrFailsCleanWhateverHappens() {
        try (GitHttpServer server = new GitHttpServer(folder.resolve("remote.git"));
                FaultyHttp proxy = new FaultyHttp(server.address().getPort());
                PublishTarget faulty = open(proxy.endpoint() + "/site.git", "here");
                PublishTarget good = open(server.repository(), "there")) {
            new HostCampaign("git campaign", 60, 8).run(faulty, good, HostCampaign.of(proxy, 10));
        }
    }

    private PublishTarget open(String repository, String computer) {
        TargetSettings.Git settings = new TargetSettings.Git(repository, "gh-pages", "", "", "", "");
        return new ReleaseTarget(
                new GitHost(
                        settings,
                        () -> new AccessKey(GitHttpServer.USER, GitHttpServer.TOKEN),
                        folder.resolve(computer),
                        SshAgent.NONE,
                        Clock.systemUTC()),
                true);
    }
}
