package org.sitewright.adapter.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.fixture.AgentServer;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.SshServer;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;

class SftpTargetTest extends TargetContract {
    private static final KeyPair KEY = SshServer.newKey();

    @TempDir
    Path folder;

    private final List<PublishTarget> opened = new ArrayList<>();
    private @Nullable SshServer running;
    private @Nullable PublishTarget first;

    @AfterEach
    void stop() {
        opened.forEach(PublishTarget::close);
        server().close();
    }

    @Override
    protected PublishTarget open() {
        PublishTarget usual = first;
        if (usual == null) {
            usual = open(settings(server().port(), "", server().hostKey()), SshServer.PASSWORD);
            first = usual;
        }
        return usual;
    }

    @Test
    void asksBeforeItTrustsAServer() {
        PublishFailure unknownYet = failure(settings(server().port(), "", ""), SshServer.PASSWORD);
        assertThat(unknownYet).isInstanceOfSatisfying(PublishFailure.HostKey.class, unknown -> {
            assertThat(unknown.changed()).isFalse();
            assertThat(unknown.fingerprint()).isEqualTo(server().hostKey());
        });
        assertThat(open().test()).isInstanceOf(Verdict.Ready.class);
        String before = server().hostKey();
        server().changeHostKey();
        PublishFailure changed = failure(settings(server().port(), "", before), SshServer.PASSWORD);
        assertThat(changed).isInstanceOfSatisfying(PublishFailure.HostKey.class, other -> {
            assertThat(other.changed()).isTrue();
            assertThat(other.remedy()).contains("Ask your host");
        });
    }

    @Test
    void trustsWhomTheUserKnowsAlready() throws IOException {
        Path known = folder.resolve("known_hosts");
        String server = "[127.0.0.1]:" + server().port() + " ";
        Files.writeString(known, server + server().publicHostKey() + "\n");
        assertThat(open(settings(server().port(), "", ""), SshServer.PASSWORD).test())
                .isInstanceOf(Verdict.Ready.class);
        server().changeHostKey();
        assertThat(failure(settings(server().port(), "", ""), SshServer.PASSWORD))
                .isInstanceOfSatisfying(PublishFailure.HostKey.class, other -> assertThat(other.changed())
                        .isTrue());
    }

    @Test
    void signsInWithAKeyFileAndItsPassphrase() throws Exception {
        String plain = keyFile("plain", "").toString();
        assertThat(open(settings(server().port(), plain, server().hostKey()), "")
                        .test())
                .isInstanceOf(Verdict.Ready.class);
        String locked = keyFile("locked", "open sesame").toString();
        assertThat(open(settings(server().port(), locked, server().hostKey()), "open sesame")
                        .test())
                .isInstanceOf(Verdict.Ready.class);
        assertThat(failure(settings(server().port(), locked, server().hostKey()), "wrong"))
                .isInstanceOf(PublishFailure.Authentication.class);
        assertThat(failure(settings(server().port(), folder + "/none", server().hostKey()), ""))
                .isInstanceOf(PublishFailure.Settings.class);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure(settings(server().port(), "", server().hostKey()), "wrong"))
                .isInstanceOfSatisfying(PublishFailure.Authentication.class, refused -> {
                    assertThat(refused.happened()).contains(SshServer.USER);
                    assertThat(refused.happened() + refused.remedy()).doesNotContain("wrong");
                });
        TargetSettings.Sftp elsewhere = new TargetSettings.Sftp(
                new Server("127.0.0.1", server().port(), SshServer.USER), "no/such/folder", "", server().hostKey(), "");
        assertThat(failure(elsewhere, SshServer.PASSWORD)).isInstanceOf(PublishFailure.MissingPlace.class);
        assertThat(failure(settings(1, "", ""), SshServer.PASSWORD)).isInstanceOf(PublishFailure.Network.class);
    }

    @Test
    void goesOnWhenTheCableWasPulled() {
        try (FaultyConnection cable = new FaultyConnection(server().port())) {
            cable.cutAfter(200_000);
            int port = Integer.parseInt(cable.endpoint().replaceFirst(".*:", ""));
            PublishTarget behind = open(settings(port, "", server().hostKey()), SshServer.PASSWORD);
            assertThat(publish(TestSites.many(60, 8_000), Consent.NONE, "here", behind))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                            .isInstanceOf(PublishFailure.Network.class));
            cable.mend();
            assertThat(publish(TestSites.many(60, 8_000), Consent.NONE, "here", behind))
                    .isInstanceOf(PublishResult.Published.class);
            assertThat(behind.list())
                    .filteredOn(file -> !file.path().startsWith(PublishTarget.RECORDS))
                    .hasSize(60)
                    .extracting(RemoteFile::path)
                    .noneMatch(path -> path.contains(".part"));
        }
    }

    /// Well within the time that a silent server is given.
    @Test
    void endsWhereTheServerStandsStill() {
        try (FaultyConnection line = new FaultyConnection(server().port())) {
            CountDownLatch goesOn = new CountDownLatch(1);
            CancelToken cancel = new CancelToken();
            PublishTarget behind = open(settings(line.port(), "", server().hostKey()), SshServer.PASSWORD);
            behind.list();
            line.after(1_000_000, FaultyConnection.Fault.DELAY, () -> {
                cancel.cancel();
                await(goesOn);
            });
            OutputFile film = TestSites.page("film.html", "x".repeat(20_000_000));
            long before = System.nanoTime();
            assertThatThrownBy(() -> behind.put(film, cancel)).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
            goesOn.countDown();
        }
        assertThat(open().list()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void signsInWithTheKeysOfAnAgent() throws IOException {
        TargetSettings.Sftp settings = settings(server().port(), TargetSettings.AGENT, server().hostKey());
        try (AgentServer agent = new AgentServer(folder.resolve("a"), SshServer.newKey(), KEY)) {
            PublishTarget place = open(settings, "", new SshAgent(agent.place()));
            assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", place))
                    .isInstanceOf(PublishResult.Published.class);
            assertThat(agent.signed()).isEqualTo(1);
        }
        try (AgentServer stranger = new AgentServer(folder.resolve("b"), SshServer.newKey())) {
            assertThat(failure(open(settings, "", new SshAgent(stranger.place()))))
                    .isInstanceOfSatisfying(
                            PublishFailure.Authentication.class,
                            refused -> assertThat(refused.happened()).contains("any key of the SSH agent"));
        }
        try (AgentServer empty = new AgentServer(folder.resolve("c"))) {
            assertThat(failure(open(settings, "", new SshAgent(empty.place()))))
                    .isInstanceOf(PublishFailure.Settings.class);
        }
        assertThat(failure(open(settings, "", SshAgent.NONE))).isInstanceOf(PublishFailure.Settings.class);
        assertThat(failure(open(settings, "", new SshAgent(folder + "/gone"))))
                .isInstanceOf(PublishFailure.Settings.class);
    }

    @Test
    void saysThatThereIsNoMoreRoom() {
        published(TestSites.bakery("one"));
        server().beFull(true);
        assertThat(publish(TestSites.bakery("two")))
                .isInstanceOfSatisfying(
                        PublishResult.Refused.class,
                        refused -> assertThat(refused.failure().remedy()).contains("room"));
        server().beFull(false);
        assertHolds(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
    }

    @Test
    void saysThatAKeyIsNoLongerAllowed() throws Exception {
        KeyPair revoked = SshServer.newKey();
        Path file = keyFile("revoked", "", revoked);
        assertThat(failure(settings(server().port(), file.toString(), server().hostKey()), ""))
                .isInstanceOfSatisfying(PublishFailure.Authentication.class, refused -> assertThat(refused.remedy())
                        .contains("authorized keys"));
    }

    private Path keyFile(String name, String passphrase) throws IOException, GeneralSecurityException {
        return keyFile(name, passphrase, KEY);
    }

    private Path keyFile(String name, String passphrase, KeyPair key) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        OpenSSHKeyEncryptionContext options = new OpenSSHKeyEncryptionContext();
        options.setPassword(passphrase.isEmpty() ? null : passphrase);
        options.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(file)) {
            new OpenSSHKeyPairResourceWriter()
                    .writePrivateKey(key, "baker", passphrase.isEmpty() ? null : options, out);
        }
        return file;
    }

    private SshServer server() {
        SshServer started = running;
        if (started == null) {
            started = SshServer.start(folder, KEY.getPublic());
            running = started;
        }
        return started;
    }

    private PublishFailure failure(TargetSettings.Sftp settings, String secret) {
        return failure(open(settings, secret));
    }

    private static PublishFailure failure(PublishTarget place) {
        return ((Verdict.Refused) place.test()).failure();
    }

    private PublishTarget open(TargetSettings.Sftp settings, String secret) {
        return open(settings, secret, SshAgent.NONE);
    }

    private PublishTarget open(TargetSettings.Sftp settings, String secret, SshAgent agent) {
        PublishTarget made =
                new SftpTarget(settings, () -> new AccessKey("", secret), folder.resolve("known_hosts"), agent);
        opened.add(made);
        return made;
    }

    private static TargetSettings.Sftp settings(int port, String keyFile, String hostKey) {
        return new TargetSettings.Sftp(new Server("127.0.0.1", port, SshServer.USER), "www", keyFile, hostKey, "");
    }
}
