package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.cli.RunProgram.Ran;
import org.sitewright.fixture.S3Server;
import tools.jackson.databind.JsonNode;

/// A person backs up, loses the computer, and has only the bucket and the recovery sheet.
@Timeout(120)
class BackupCliTest {
    private static final String PASSWORD = "four words in a row";

    @TempDir
    Path temp;

    private Path data;
    private RunProgram program;

    @BeforeEach
    void makeAWorkspace() {
        data = temp.resolve("data");
        program = new RunProgram(data)
                .with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase")
                .with("AWS_ACCESS_KEY_ID", S3Server.KEY_ID)
                .with("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
        Ran made = program.input(
                PASSWORD, "account", "create", "--email", "ada@example.org", "--name", "Ada", "--password-stdin");
        assertThat(made.code()).as(made.err()).isZero();
        program.json("new", "Bakery", "--starter", "bakery");
        program.json("new", "Photographs", "--starter", "photographer");
    }

    private Map<String, Map<String, String>> builds(RunProgram at, String label) {
        Map<String, Map<String, String>> builds = new TreeMap<>();
        for (String site : List.of("bakery", "photographs")) {
            Path out = temp.resolve("builds").resolve(label).resolve(site);
            at.json("build", site, "--out", out.toString());
            builds.put(site, files(out));
        }
        return builds;
    }

    private static Map<String, String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), sha256(file));
            }
            return files;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String sha256(Path file) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | java.security.NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String recoveryKey() {
        Ran ran = program.input(PASSWORD, "backup", "--recovery-key", "--password-stdin");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out().strip();
    }

    @Test
    void everythingComesBackFromABucketWithTheRecoveryKeyOnly() {
        try (S3Server server = S3Server.start(0)) {
            server.createBucket("vault");
            Ran added = program.input(
                    S3Server.SECRET,
                    "target",
                    "add",
                    "off-site",
                    "--kind",
                    "s3",
                    "--bucket",
                    "vault",
                    "--prefix",
                    "ada",
                    "--endpoint",
                    server.endpoint(),
                    "--path-style",
                    "--access-key",
                    S3Server.KEY_ID,
                    "--secret-stdin");
            assertThat(added.code()).as(added.err()).isZero();
            JsonNode first = program.json("backup", "--now", "--target", "off-site");
            assertThat(first.path("snapshot").stringValue()).startsWith("snapshots/");
            assertThat(server.keys("vault")).contains("ada/format.json").allMatch(key -> key.startsWith("ada/"));
            program.json("set", "bakery", "home", "hero", "title", "Bread of Tuesday");
            JsonNode second = program.json("backup", "--now");
            assertThat(second.path("files").intValue()).isLessThan(6);
            JsonNode third = program.json("backup", "--now");
            assertThat(third.path("files").intValue()).isZero();
            assertThat(program.json("backup", "--verify").path("whole").booleanValue())
                    .isTrue();
            assertThat(program.json("backup", "--verify-all").path("damages")).isEmpty();
            JsonNode drill = program.json("backup", "--drill");
            assertThat(drill.path("proven").booleanValue()).isTrue();
            assertThat(drill.path("sites").intValue()).isEqualTo(2);
            assertThat(program.json("backup", "--list").get(0).path("provenAt").isString())
                    .isTrue();

            String key = recoveryKey();
            Map<String, Map<String, String>> before = builds(program, "before");
            delete(data);
            Ran restored = program.input(
                    key, "restore", "--from", "s3://vault/ada?endpoint=" + server.endpoint(), "--key-stdin");
            assertThat(restored.code()).as(restored.err()).isZero();
            assertThat(builds(program, "after")).isEqualTo(before);
            assertThat(program.json("verify").path("whole").booleanValue()).isTrue();
            assertThat(program.json("backup", "--now").path("sequence").longValue())
                    .isPositive();
            assertThat(program.json("backup", "--drill").path("proven").booleanValue())
                    .isTrue();
        }
    }

    @Test
    void oneSiteComesBackAsItWasBesideOrInItsPlace() throws Exception {
        Path disk = Files.createDirectories(temp.resolve("disk"));
        program.json(
                "target",
                "add",
                "disk",
                "--kind",
                "folder",
                "--folder",
                disk.resolve("backups").toString());
        program.json("backup", "--now", "--target", "disk");
        program.json("set", "bakery", "home", "hero", "title", "The first headline");
        program.json("set", "bakery", "home", "hero", "title", "The second headline");
        program.json("backup", "--now");
        String key = recoveryKey();
        Ran listed = program.input(
                key, "--json", "restore", "--from", disk.resolve("backups").toString(), "--moments", "--key-stdin");
        assertThat(listed.code()).as(listed.err()).isZero();
        List<Long> saves = new java.util.ArrayList<>();
        listed.json().forEach(moment -> {
            if (moment.path("label")
                            .stringValue()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains("title")
                    || moment.path("label")
                            .stringValue()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains("headline")) {
                saves.add(moment.path("seq").longValue());
            }
        });
        assertThat(saves).as(listed.out()).hasSizeGreaterThanOrEqualTo(2);
        JsonNode beside = program.json(
                "restore", "--from", "disk", "--site", "bakery", "--seq", saves.get(0) + "", "--as-new", "Older");
        assertThat(home(beside.path("id").stringValue())).contains("The first headline");
        assertThat(home("bakery")).contains("The second headline");
        program.json("restore", "--from", "disk", "--site", "bakery", "--seq", saves.get(0) + "", "--replace");
        assertThat(home("bakery")).contains("The first headline");
        assertThat(program.json("list").toString()).doesNotContain("before restore");
        assertThat(program.run("restore", "--from", "disk").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(program.run("restore", "--from", "disk", "--site", "nobody").code())
                .isEqualTo(ExitCode.NOT_HERE);
        assertThat(program.run("restore", "--from", "disk", "--site", "bakery", "--at", "1999-01-01")
                        .err())
                .contains("SW-BACKUP-MOMENT");
    }

    private String home(String site) throws IOException {
        Path out = temp.resolve("home").resolve(site);
        program.json("build", site, "--out", out.toString());
        return Files.readString(out.resolve("index.html"));
    }
}
