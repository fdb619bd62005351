package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the command `age` writes is read here, and what is written here is read by it, at the sizes at which chunks
/// begin and end.
@Timeout(60)
class AgeCommandTest {
    private static final int CHUNK = 64 * 1024;
    private static final int[] SIZES = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_003};

    @TempDir
    Path temp;

    @BeforeEach
    void isThere() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age"))
                        && Files.isExecutable(Path.of(folder, "age-keygen")));
        System.out.println(there ? "with the real age" : "no age on this computer: its files were not tried");
        Assumptions.assumeTrue(there, "age is not installed");
    }

    private static byte[] some(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(temp.resolve(name), bytes);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }

    /// By way of standard output: the command makes no file of nothing.
    private byte[] byTheCommand(Path key, Path file) throws IOException, InterruptedException {
        Path back = temp.resolve("back");
        Process process = new ProcessBuilder("age", "-d", "-i", key.toString(), file.toString())
                .redirectOutput(back.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("age -d of " + file).isZero();
        return Files.readAllBytes(back);
    }

    private static byte[] decrypted(Path file, AgeIdentity... keys) throws IOException {
        try (InputStream in = Age.decrypting(List.of(keys), Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    /// A key that `age-keygen` made, as `--key` takes it.
    private AgeIdentity keygen(String name) throws IOException, InterruptedException {
        run("age-keygen", "-o", temp.resolve(name).toString());
        String line = Files.readAllLines(temp.resolve(name)).stream()
                .filter(each -> !each.startsWith("#"))
                .findFirst()
                .orElseThrow();
        return AgeIdentity.of(line.toCharArray());
    }

    @Test
    void whatTheCommandWritesIsReadHere() throws Exception {
        try (AgeIdentity key = keygen("key.txt");
                AgeIdentity another = AgeIdentity.fresh()) {
            for (int size : SIZES) {
                Path plain = write("plain", some(size));
                Path file = temp.resolve("by-age-" + size);
                run("age", "-r", key.recipient(), "-o", file.toString(), plain.toString());
                assertThat(decrypted(file, key)).as("%d bytes", size).isEqualTo(some(size));
                assertThat(decrypted(file, another, key)).as("%d bytes", size).isEqualTo(some(size));
                assertThat(Files.size(file)).as("%d bytes", size).isEqualTo(Age.sizeOf(size));
                assertThatThrownBy(() -> decrypted(file, another)).isInstanceOf(Age.Unreadable.class);
            }
        }
    }

    @Test
    void aFileOfTheCommandToSeveralRecipientsIsReadHere() throws Exception {
        try (AgeIdentity key = keygen("key.txt");
                AgeIdentity another = AgeIdentity.fresh()) {
            Path file = temp.resolve("for-two");
            Path plain = write("plain", some(1000));
            run("age", "-r", another.recipient(), "-r", key.recipient(), "-o", file.toString(), plain.toString());
            assertThat(decrypted(file, key)).isEqualTo(some(1000));
            assertThat(decrypted(file, another)).isEqualTo(some(1000));
        }
    }

    @Test
    void whatIsWrittenHereIsReadByTheCommand() throws Exception {
        try (AgeIdentity theirs = keygen("key.txt");
                AgeIdentity ours = AgeIdentity.fresh()) {
            Path ourKey = write("ours.txt", new String(ours.text()).getBytes(StandardCharsets.US_ASCII));
            for (int size : SIZES) {
                List<Path> files = new ArrayList<>();
                for (AgeIdentity key : List.of(theirs, ours)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (OutputStream out = Age.encrypting(key.recipient(), bytes)) {
                        out.write(some(size));
                    }
                    files.add(write("here-" + files.size(), bytes.toByteArray()));
                }
                assertThat(byTheCommand(temp.resolve("key.txt"), files.get(0)))
                        .as("%d bytes", size)
                        .isEqualTo(some(size));
                assertThat(byTheCommand(ourKey, files.get(1)))
                        .as("%d bytes", size)
                        .isEqualTo(some(size));
            }
        }
    }

    @Test
    void aFileOfTheCommandThatIsCutIsNoFile() throws Exception {
        try (AgeIdentity key = keygen("key.txt")) {
            Path plain = write("plain", some(3 * CHUNK));
            Path file = temp.resolve("whole");
            run("age", "-r", key.recipient(), "-o", file.toString(), plain.toString());
            byte[] whole = Files.readAllBytes(file);
            for (int left : new int[] {0, 10, 200, CHUNK, whole.length - CHUNK, whole.length - 1}) {
                Path cut = write("cut", java.util.Arrays.copyOf(whole, left));
                assertThatThrownBy(() -> decrypted(cut, key))
                        .as("%d bytes left", left)
                        .isInstanceOf(IOException.class);
            }
        }
    }
}
