package org.sitewright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.RecordingDisk;
import org.sitewright.site.json.Json;

/// What the disk may hold after the power went: everything that was forced, and of what came after it any part in any
/// order, torn or not at all. And bits that flip later. Whatever was acknowledged is there, or the damage is named.
class PowerCutCampaignTest {
    @TempDir
    Path temp;

    private static JournalEntry entry(int number, Random random) {
        String filler = "x".repeat(random.nextInt(3000));
        return new JournalEntry(
                Instant.parse("2026-03-01T10:00:00Z"),
                "",
                "",
                "test.change",
                "Change " + number,
                "test",
                "" + number,
                Json.object().nullNode(),
                Json.object().put("filler", filler),
                List.of());
    }

    @Test
    @Timeout(60)
    void everyImageHasWhatWasAcknowledged() throws IOException {
        long seed = Campaign.seed("power cuts");
        Random random = new Random(seed);
        int images = Campaign.rounds(100, 2_000);
        for (int image = 0; image < images; image++) {
            RecordingDisk disk = new RecordingDisk();
            Path folder = temp.resolve("run" + image);
            List<Integer> acknowledgedAt = new ArrayList<>();
            int changes = 1 + random.nextInt(8);
            try (Journal journal = Journal.open(folder, disk.files(), 0)) {
                for (int i = 0; i < changes; i++) {
                    long unused = journal.append(entry(i, random));
                    acknowledgedAt.add(disk.steps());
                }
            }
            int cut = random.nextInt(disk.steps() + 1);
            long acknowledged =
                    acknowledgedAt.stream().filter(step -> step <= cut).count();
            Path after = temp.resolve("image" + image);
            disk.image(cut, random, after);
            try (Journal journal = Journal.open(after, SegmentFiles.ON_DISK, 0)) {
                String label = "seed " + seed + ", image " + image + ", cut at " + cut;
                assertThat(journal.lastSequence()).as(label).isBetween(acknowledged, acknowledged + 1);
                assertThat(journal.verify()).as(label).isInstanceOf(JournalVerdict.Whole.class);
                long next = journal.append(entry(99, random));
                assertThat(journal.records(0, Long.MAX_VALUE)).as(label).hasSize((int) next);
            }
        }
        System.out.println(images + " images, every acknowledged change in each");
    }

    @Test
    @Timeout(60)
    void everyFlippedBitOfTheJournalIsSeen() throws IOException {
        long seed = Campaign.seed("flipped journal");
        Random random = new Random(seed);
        Path folder = temp.resolve("flips");
        try (Journal journal = Journal.open(folder, SegmentFiles.ON_DISK, 0)) {
            for (int i = 0; i < 20; i++) {
                long unused = journal.append(entry(i, random));
            }
        }
        Path file = folder.resolve("001.log");
        byte[] whole = Files.readAllBytes(file);
        int flips = Campaign.rounds(200, 5_000);
        for (int flip = 0; flip < flips; flip++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            JournalVerdict verdict = new ChainCheck(JournalPosition.START)
                    .check(List.of(new Journal.Extent("001.log", file, bytes.length)));
            assertThat(verdict).as("seed %d, byte %d", seed, at).isInstanceOf(JournalVerdict.Damaged.class);
        }
        assertThat(Arrays.equals(whole, Files.readAllBytes(file))).isFalse();
    }

    /// The seam is what the journal writes through; reading it back needs no recorder.
    @Test
    void theRecorderWritesWhatItIsGiven() throws IOException {
        RecordingDisk disk = new RecordingDisk();
        Path file = temp.resolve("plain");
        try (FileChannel channel = disk.files().open(file)) {
            assertThat(channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 0)).isEqualTo(3);
        }
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    }
}
