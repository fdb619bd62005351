package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;

/// Kills a writing process at random moments, also while it is still opening the store, and looks each time whether
/// everything is there that it had said was saved.
class KillCampaignTest {
    private static final int KILLS = Campaign.rounds(60, 1_000);
    private static final int LANES = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void noAcknowledgedChangeIsLost() throws Exception {
        long start = System.nanoTime();
        ChildJava writer = ChildJava.prepare(
                folder, KilledWriter.class, folder.resolve("training").toString(), "20");
        long seed = Campaign.seed("kills");
        List<Future<Lane>> running = new ArrayList<>();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            for (int i = 0; i < LANES; i++) {
                Lane lane = new Lane(folder.resolve("lane" + i), new Random(seed + i), writer);
                running.add(lanes.submit(() -> lane.run(KILLS / LANES)));
            }
        }
        List<Long> openings = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        long saved = 0;
        for (Future<Lane> lane : running) {
            openings.addAll(lane.get().openings);
            worked.addAll(lane.get().worked);
            saved += lane.get().saved;
        }
        System.out.printf(
                "%d kills, %d acknowledged saves, none lost; reopened in %d ms (median), %d ms of them work; %d s in all%n",
                KILLS, saved, median(openings), median(worked), (System.nanoTime() - start) / 1_000_000_000);
        assertThat(saved).isPositive();
        // The work, not the wall clock: how busy the machine is says nothing about the store.
        assertThat(median(worked)).isLessThanOrEqualTo(2000);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /// One store that is killed again and again.
    private static final class Lane {
        private final Path data;
        private final Random random;
        private final ChildJava writer;
        private final List<Long> openings = new ArrayList<>();
        private final List<Long> worked = new ArrayList<>();
        private long saved;

        Lane(Path data, Random random, ChildJava writer) {
            this.data = data;
            this.random = random;
            this.writer = writer;
        }

        Lane run(int kills) throws IOException, InterruptedException {
            Files.createDirectories(data);
            for (int i = 0; i < kills; i++) {
                killOnce(i % 5 == 4);
            }
            try (OpenStore open = new OpenStore(data)) {
                assertThat(open.store.verify()).isEmpty();
            }
            return this;
        }

        private void killOnce(boolean whileOpening) throws IOException, InterruptedException {
            Process process = writer.start(data.toString(), "1000000");
            try (BufferedReader lines = process.inputReader()) {
                if (whileOpening) {
                    process.waitFor(100 + random.nextInt(900), TimeUnit.MILLISECONDS);
                } else {
                    int enough = 1 + random.nextInt(30);
                    for (int i = 0; i < enough; i++) {
                        heed(lines.readLine());
                    }
                    process.waitFor(random.nextInt(10), TimeUnit.MILLISECONDS);
                }
                process.toHandle().destroyForcibly();
                process.waitFor();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heed(line);
                }
            }
        }

        /// A save that was running when the kill came may be there or not; one that was acknowledged must be.
        private void heed(String line) throws IOException {
            if (line == null) {
                throw new AssertionError("the writer stopped by itself: " + writer.errors());
            }
            String[] words = line.split(" ");
            switch (words[0]) {
                case "OPENED" -> {
                    openings.add(Long.parseLong(words[1]));
                    worked.add(Long.parseLong(words[2]));
                }
                case "FOUND" -> assertThat(Long.parseLong(words[1])).isBetween(saved, saved + 1);
                case "SAVED" -> saved = Long.parseLong(words[1]);
                default -> throw new AssertionError("the writer said: " + line);
            }
        }
    }
}
