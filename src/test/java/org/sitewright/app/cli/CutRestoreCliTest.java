package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.cli.RunProgram.Ran;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;

/// The line to a real S3 server is cut at each request of a restore, as a person sees it: the command says what to do,
/// nothing half-done lies about, and the same command again does it.
@Timeout(300)
class CutRestoreCliTest {
    private static final String PASSWORD = "four words in a row";
    private static final List<Fault> CUTS = List.of(Fault.SILENCE, Fault.CUT_REPLY);

    @TempDir
    Path temp;

    private RunProgram program;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        program = at("data");
        Ran made = program.input(
                PASSWORD, "account", "create", "--email", "ada@example.org", "--name", "Ada", "--password-stdin");
        assertThat(made.code()).as(made.err()).isZero();
        program.json("new", "Page", "--blank");
        byte[] video = new byte[2 << 20];
        new Random(1).nextBytes(video);
        byte[] head = {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0, 'm', 'p', '4', '2', 'i', 's', 'o', 'm'
        };
        System.arraycopy(head, 0, video, 0, head.length);
        Path film = temp.resolve("film.mp4");
        Files.write(film, video);
        program.json("media", "add", "page", film.toString());
    }

    private RunProgram at(String data) {
        return new RunProgram(temp.resolve(data))
                .with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase")
                .with("AWS_ACCESS_KEY_ID", S3Server.KEY_ID)
                .with("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
    }

    private void addTarget(String endpoint) {
        Ran added = program.input(
                S3Server.SECRET,
                "target",
                "add",
                "off-site",
                "--kind",
                "s3",
                "--bucket",
                "vault",
                "--endpoint",
                endpoint,
                "--path-style",
                "--access-key",
                S3Server.KEY_ID,
                "--secret-stdin");
        assertThat(added.code()).as(added.err()).isZero();
    }

    /// The names beside the data folders, and what they hold where it is nobody's data folder.
    private List<String> lyingAbout() {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void says(Ran ran, String label) {
        assertThat(ran.code()).as(label).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).as(label).contains("(SW-BLOB-").containsAnyOf("try again", "online");
        assertThat(ran.err()).as(label).doesNotContain("\tat ").doesNotContain(S3Server.SECRET);
    }

    @Test
    void eachRequestOfARestore() {
        try (S3Server server = S3Server.start(0);
                FaultyHttp line = new FaultyHttp(server.port())) {
            server.createBucket("vault");
            addTarget(line.endpoint());
            program.json("backup", "--now", "--target", "off-site");
            String key = program.input(PASSWORD, "backup", "--recovery-key", "--password-stdin")
                    .out();
            cutRestores(line, key.strip());
        }
    }

    private void cutRestores(FaultyHttp line, String key) {
        String address = "s3://vault?endpoint=" + line.endpoint();
        List<String> before = lyingAbout();
        int request = 1;
        while (true) {
            Fault fault = CUTS.get(request % CUTS.size());
            String label = fault + " at request " + request + " of a restore";
            RunProgram other = at("other");
            int from = request;
            line.plan(number -> number >= from ? fault : Fault.NONE);
            Ran ran = other.input(key, "restore", "--from", address, "--key-stdin");
            boolean reached = line.requests().size() >= request;
            line.plan(number -> Fault.NONE);
            if (!reached) {
                assertThat(ran.code()).as(label + ran.err()).isZero();
                assertThat(other.json("list").toString()).contains("Page");
                break;
            }
            says(ran, label);
            assertThat(lyingAbout()).as(label).isEqualTo(before);
            request++;
        }
        assertThat(request).isGreaterThan(5);
    }
}
