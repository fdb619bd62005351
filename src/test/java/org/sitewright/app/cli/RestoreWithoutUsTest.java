package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.cli.RunProgram.Ran;

/// Brings a workspace back with the commands `age` and `unzip` alone, as the recovery sheet says.
@Timeout(120)
class RestoreWithoutUsTest {
    private static final String PASSWORD = "four words in a row";

    @TempDir
    Path temp;

    @Test
    void ageAndUnzipOpenEverything() throws Exception {
        boolean there = isThere("age") && isThere("unzip");
        System.out.println(
                there
                        ? "restore with the real age and unzip"
                        : "no age and unzip on this computer: the restore without this program was not tried");
        Assumptions.assumeTrue(there, "age and unzip are not installed");
        Path disk = Files.createDirectories(temp.resolve("disk")).resolve("backups");
        RunProgram program = new RunProgram(temp.resolve("data")).with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase");
        Ran made = program.input(
                PASSWORD, "account", "create", "--email", "ada@example.org", "--name", "Ada", "--password-stdin");
        assertThat(made.code()).as(made.err()).isZero();
        program.json("new", "Bakery", "--starter", "bakery");
        program.json("target", "add", "disk", "--kind", "folder", "--folder", disk.toString());
        program.json("backup", "--now", "--target", "disk");
        program.json("set", "bakery", "home", "hero", "title", "After the snapshot");
        program.json("backup", "--due");
        Map<String, String> before = build(program, "before");
        Path key = temp.resolve("key.txt");
        Files.writeString(
                key,
                program.input(PASSWORD, "backup", "--recovery-key", "--password-stdin")
                        .out());

        Path plain = temp.resolve("plain");
        for (Path file : files(disk)) {
            String name = disk.relativize(file).toString();
            Path out = plain.resolve(name.replaceFirst("\\.age$", ""));
            Files.createDirectories(out.getParent());
            if (name.endsWith(".age")) {
                run("age", "-d", "-i", key.toString(), "-o", out.toString(), file.toString());
            } else {
                Files.copy(file, out);
            }
        }
        Path snapshot = files(plain).stream()
                .filter(file -> file.toString().contains("/snapshots/"))
                .findFirst()
                .orElseThrow();
        Path unzipped = temp.resolve("unzipped");
        run("unzip", "-q", snapshot.toString(), "-d", unzipped.toString());
        assertThat(Files.readString(unzipped.resolve("entities/projects/001.jsonl")))
                .contains("\"name\":\"Bakery\"");
        for (String line : Files.readAllLines(unzipped.resolve("assets/001.jsonl"))) {
            var asset = org.sitewright.site.json.Json.read(line);
            Path file = plain.resolve(asset.path("asset").stringValue().replaceFirst("\\.age$", ""));
            assertThat(sha256(file)).isEqualTo(asset.path("media").stringValue());
        }

        RunProgram other = new RunProgram(temp.resolve("other")).with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase");
        Ran restored = other.run("restore", "--from", plain.toString());
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(build(other, "after")).isEqualTo(before);
    }

    private Map<String, String> build(RunProgram program, String label) throws Exception {
        Path out = temp.resolve(label);
        program.json("build", "bakery", "--out", out.toString());
        Map<String, String> built = new TreeMap<>();
        for (Path file : files(out)) {
            built.put(out.relativize(file).toString(), sha256(file));
        }
        return built;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }
}
