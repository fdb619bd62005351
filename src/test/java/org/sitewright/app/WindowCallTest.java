package org.sitewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.work.Jobs;

@Timeout(60)
class WindowCallTest {
    @TempDir
    private Path folder;

    private final AtomicInteger shown = new AtomicInteger();

    @Test
    void aSecondStartReachesTheFirst() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(2);
        try (Jobs jobs = new Jobs(1);
                WindowCall first = WindowCall.listen(folder, new SecureRandom(), jobs, called::countDown)) {
            assertThat(first).isNotNull();
            assertThat(WindowCall.showOpen(folder)).isTrue();
            assertThat(WindowCall.showOpen(folder)).isTrue();
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("window")).doesNotExist();
        assertThat(WindowCall.showOpen(folder)).isFalse();
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotHeard() throws IOException {
        Path file = folder.resolve("window");
        try (Jobs jobs = new Jobs(1);
                WindowCall first = WindowCall.listen(folder, new SecureRandom(), jobs, shown::incrementAndGet)) {
            assertThat(first).isNotNull();
            String right = Files.readString(file);
            String port = right.split(" ", -1)[0];
            Files.writeString(file, port + " " + "0".repeat(32) + "\n");
            assertThat(WindowCall.showOpen(folder)).isFalse();
            Files.writeString(file, port + " 00\n");
            assertThat(WindowCall.showOpen(folder)).isFalse();
            assertThat(shown).hasValue(0);
            Files.writeString(file, right);
            assertThat(WindowCall.showOpen(folder)).isTrue();
        }
        assertThat(shown).hasValue(1);
    }

    @Test
    void aFileThatWasLeftBehindIsTakenForWhatItIs() throws IOException {
        assertThat(WindowCall.showOpen(folder)).isFalse();
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        for (String left : new String[] {free + " " + "0".repeat(32) + "\n", "", "no port", "99999 ab", "7"}) {
            Files.writeString(folder.resolve("window"), left);
            assertThat(WindowCall.showOpen(folder)).as(left).isFalse();
        }
    }
}
