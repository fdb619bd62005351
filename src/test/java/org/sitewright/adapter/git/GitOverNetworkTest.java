package org.sitewright.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.fixture.AgentServer;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.GitHttpServer;
import org.sitewright.fixture.SshServer;
import org.sitewright.fixture.TlsServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.MemoryTarget;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishSteps;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputTree;

/// Repositories as hosts have them: over SSH with a key file or an agent, and over HTTP with a token. Each test has a
/// place of its own.
class GitOverNetworkTest extends PublishSteps {
    private static final KeyPair KEY = SshServer.newKey();

    @TempDir
    Path folder;

    @Override
    protected PublishTarget open() {
        return new MemoryTarget(Clock.systemUTC());
    }

    @Test
    void publishesOverSshWithAKeyFile() throws Exception {
        String file = keyFile().toString();
        try (SshServer server = sshServer()) {
            PublishTarget place = open(ssh(server, file, server.hostKey()), SshAgent.NONE, "");
            assertThat(place.test()).isInstanceOf(Verdict.Ready.class);
            assertPublishes(place);
            assertThat(failure(open(ssh(server, file, ""), SshAgent.NONE, "")))
                    .isInstanceOfSatisfying(PublishFailure.HostKey.class, unknown -> {
                        assertThat(unknown.changed()).isFalse();
                        assertThat(unknown.fingerprint()).isEqualTo(server.hostKey());
                    });
            String before = server.hostKey();
            server.changeHostKey();
            assertThat(failure(open(ssh(server, file, before), SshAgent.NONE, "")))
                    .isInstanceOfSatisfying(PublishFailure.HostKey.class, other -> assertThat(other.changed())
                            .isTrue());
        }
    }

    @Test
    void publishesOverSshWithAnAgent() throws Exception {
        try (SshServer server = sshServer();
                AgentServer agent = new AgentServer(folder.resolve("a"), SshServer.newKey(), KEY)) {
            TargetSettings.Git settings = ssh(server, TargetSettings.AGENT, server.hostKey());
            assertPublishes(open(settings, new SshAgent(agent.place()), ""));
            assertThat(agent.signed()).isPositive();
            assertThat(failure(open(settings, SshAgent.NONE, ""))).isInstanceOf(PublishFailure.Settings.class);
        }
    }

    @Test
    void publishesOverHttpsToWhomThisComputerTrusts() throws Exception {
        SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
        try (GitHttpServer server = new GitHttpServer(folder.resolve("remote.git"));
                TlsServer safe = TlsServer.start(
                        new TlsServer.Shown("localhost", Duration.ofDays(20), true),
                        server.address().getPort())) {
            String address = "https://localhost:" + safe.address().getPort() + "/site.git";
            TargetSettings.Git settings = new TargetSettings.Git(address, "gh-pages", "", "", "", "");
            PublishTarget place = open(settings, SshAgent.NONE, GitHttpServer.TOKEN);
            assertThat(failure(place).happened()).contains("certificate", "localhost");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(safe.trusted());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
            assertPublishes(place);
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(before);
        }
    }

    @Test
    void tellsWhatAHostOfRepositoriesSays() {
        try (GitHttpServer server = new GitHttpServer(folder.resolve("remote.git"))) {
            TargetSettings.Git settings = new TargetSettings.Git(server.repository(), "gh-pages", "", "", "", "");
            PublishTarget place = open(settings, SshAgent.NONE, GitHttpServer.TOKEN);
            assertPublishes(place);
            assertThat(failure(open(settings, SshAgent.NONE, "revoked")))
                    .isInstanceOf(PublishFailure.Authentication.class);
            server.decline("remote: this push exceeds the quota of the repository");
            assertThat(publish(TestSites.bakery("three"), Consent.NONE, "here", place))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
                        assertThat(refused.failure()).isInstanceOf(PublishFailure.Quota.class);
                        assertThat(refused.failure().happened()).contains("quota of the repository");
                    });
            server.decline("the branch is protected");
            assertThat(publish(TestSites.bakery("three"), Consent.NONE, "here", place))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                            .isInstanceOf(PublishFailure.Forbidden.class));
            server.decline("");
            assertThat(text(place)).endsWith("two");
        }
    }

    @Test
    void endsWhereAHostOfRepositoriesStandsStill() {
        try (GitHttpServer server = new GitHttpServer(folder.resolve("remote.git"))) {
            TargetSettings.Git settings = new TargetSettings.Git(server.repository(), "gh-pages", "", "", "", "");
            PublishTarget place = open(settings, SshAgent.NONE, GitHttpServer.TOKEN);
            assertPublishes(place);
            assertStopsSoon(
                    place, TestSites.bakery("three"), then -> server.standStillAt("POST /site.git/git-rec", then));
            assertThat(text(place)).endsWith("two");
            server.goOn();
        }
    }

    @Test
    void endsWhereAServerStandsStill() throws Exception {
        String file = keyFile().toString();
        try (SshServer server = sshServer();
                FaultyConnection line = new FaultyConnection(server.port())) {
            PublishTarget place = open(ssh(line.port(), file, server.hostKey()), SshAgent.NONE, "");
            assertPublishes(place);
            OutputTree large = TestSites.with(
                    TestSites.bakery("three"), TestSites.page("film.html", noise(new Random(1), 8_000_000)));
            assertStopsSoon(place, large, then -> line.after(1_000_000, FaultyConnection.Fault.STILL, then));
            line.mend();
            assertThat(text(place)).endsWith("two");
        }
    }

    private static String noise(Random random, int length) {
        return random.ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void assertPublishes(PublishTarget place) {
        for (String edition : new String[] {"one", "two"}) {
            assertThat(publish(TestSites.bakery(edition), Consent.NONE, "here", place))
                    .isInstanceOf(PublishResult.Published.class);
        }
        assertThat(text(place)).endsWith("two");
    }

    private static String text(PublishTarget place) {
        place.list();
        return place.read("index.html").orElseThrow().text();
    }

    private static PublishFailure failure(PublishTarget place) {
        return ((Verdict.Refused) place.test()).failure();
    }

    private SshServer sshServer() throws GitAPIException {
        Path remote = folder.resolve("remote.git");
        Git.init().setBare(true).setDirectory(remote.toFile()).call().close();
        return SshServer.start(folder, KEY.getPublic());
    }

    private static TargetSettings.Git ssh(SshServer server, String keyFile, String hostKey) {
        return ssh(server.port(), keyFile, hostKey);
    }

    private static TargetSettings.Git ssh(int port, String keyFile, String hostKey) {
        return new TargetSettings.Git(
                "ssh://" + SshServer.USER + "@127.0.0.1:" + port + "/remote.git", "gh-pages", "", keyFile, hostKey, "");
    }

    private PublishTarget open(TargetSettings.Git settings, SshAgent agent, String secret) {
        return new ReleaseTarget(
                new GitHost(
                        settings,
                        () -> new AccessKey(GitHttpServer.USER, secret),
                        folder.resolve("caches"),
                        agent,
                        Clock.systemUTC()),
                true);
    }

    private Path keyFile() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("key");
        try (OutputStream out = Files.newOutputStream(file)) {
            new OpenSSHKeyPairResourceWriter().writePrivateKey(KEY, "baker", null, out);
        }
        return file;
    }
}
