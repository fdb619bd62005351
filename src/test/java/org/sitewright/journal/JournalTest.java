package org.sitewright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.FullDisk;
import org.sitewright.site.json.Json;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");

    @TempDir
    Path folder;

    private static JournalEntry entry(String label) {
        return new JournalEntry(
                AT,
                "ada",
                "",
                "site.save",
                label,
                "site",
                "1",
                Json.object().put("title", "old"),
                Json.object().put("title", label),
                List.of(
                        new RowChange.Put("pages", "k", Json.object().put("name", label)),
                        new RowChange.Gone("forms", "f")));
    }

    private Journal open() {
        return Journal.open(folder, SegmentFiles.ON_DISK, 0);
    }

    private static List<String> labels(Journal journal, long after) {
        List<String> labels = new ArrayList<>();
        journal.replay(
                after, event -> labels.add(event.sequence() + event.entry().label()));
        return labels;
    }

    private Path first() {
        return folder.resolve("001.log");
    }

    @Test
    void readsBackWhatWasAppendedInOrder() {
        try (Journal journal = open()) {
            assertThat(journal.append(entry("a"))).isEqualTo(1);
            assertThat(journal.append(entry("b ü👩‍🍳"))).isEqualTo(2);
        }
        try (Journal journal = open()) {
            assertThat(journal.lastSequence()).isEqualTo(2);
            assertThat(labels(journal, 0)).containsExactly("1a", "2b ü👩‍🍳");
            assertThat(labels(journal, 1)).containsExactly("2b ü👩‍🍳");
            List<JournalEntry> entries = new ArrayList<>();
            journal.replay(0, event -> entries.add(event.entry()));
            assertThat(entries.getFirst()).isEqualTo(entry("a"));
            assertThat(journal.notes()).isEmpty();
            assertThat(journal.verify())
                    .isInstanceOfSatisfying(JournalVerdict.Whole.class, whole -> assertThat(whole.events())
                            .isEqualTo(2));
        }
    }

    @Test
    void whatWasTakenBackIsNotReplayed() {
        try (Journal journal = open()) {
            journal.append(entry("a"));
            long second = journal.append(entry("b"));
            journal.abort(second, AT);
            assertThat(journal.append(entry("c"))).isEqualTo(4);
            assertThat(labels(journal, 0)).containsExactly("1a", "4c");
            assertThat(journal.wasAborted(2)).isTrue();
            assertThat(journal.wasAborted(1)).isFalse();
        }
    }

    @Test
    void aTornTailOfAnyLengthIsCutAndKept() throws IOException {
        try (Journal journal = open()) {
            journal.append(entry("a"));
            journal.append(entry("b"));
        }
        byte[] whole = Files.readAllBytes(first());
        int endOfA = Segment.read(whole).frames().getFirst().end();
        for (int cut = endOfA + 1; cut < whole.length; cut += 7) {
            Files.write(first(), Arrays.copyOf(whole, cut));
            try (Journal journal = open()) {
                assertThat(journal.lastSequence()).isEqualTo(1);
                assertThat(journal.notes()).hasSize(1);
                journal.append(entry("c"));
                assertThat(labels(journal, 0)).containsExactly("1a", "2c");
                assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
            }
        }
        assertThat(folder.resolve("001-torn-1.bin")).hasSize(1);
    }

    @Test
    void everyFlippedBitInTheMiddleIsFound() throws IOException {
        try (Journal journal = open()) {
            journal.append(entry("a"));
            journal.append(entry("b"));
            journal.append(entry("c"));
        }
        byte[] whole = Files.readAllBytes(first());
        int end = Segment.read(whole).frames().get(1).end();
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
            Files.write(first(), flipped);
            try (Journal journal = open()) {
                assertThat(journal.verify()).isInstanceOf(JournalVerdict.Damaged.class);
                assertThat(journal.lastSequence()).isEqualTo(3);
            }
        }
    }

    @Test
    void whatStandsBehindDamageIsStillReplayed() throws IOException {
        try (Journal journal = open()) {
            journal.append(entry("a"));
            journal.append(entry("b"));
            journal.append(entry("c"));
        }
        byte[] bytes = Files.readAllBytes(first());
        bytes[Segment.read(bytes).frames().get(1).from() + Frame.HEADER + 5] ^= 1;
        Files.write(first(), bytes);
        try (Journal journal = open()) {
            assertThat(labels(journal, 0)).containsExactly("1a", "3c");
            assertThat(journal.notes()).hasSize(1);
            journal.append(entry("d"));
            assertThat(labels(journal, 0)).containsExactly("1a", "3c", "4d");
        }
    }

    @Test
    void anAlteredRecordWithARightChecksumBreaksTheChain() throws IOException {
        try (Journal journal = open()) {
            journal.append(entry("a"));
            journal.append(entry("b"));
        }
        byte[] bytes = Files.readAllBytes(first());
        Frame frame = Segment.read(bytes).frames().getFirst();
        byte[] forged = new String(frame.payload(), StandardCharsets.UTF_8)
                .replace("ada", "bob")
                .getBytes(StandardCharsets.UTF_8);
        byte[] framed = Frame.encode(new byte[Frame.HASH], forged);
        System.arraycopy(framed, 0, bytes, frame.from(), framed.length);
        Files.write(first(), bytes);
        try (Journal journal = open()) {
            assertThat(journal.verify())
                    .isInstanceOfSatisfying(JournalVerdict.Damaged.class, damaged -> assertThat(damaged.places())
                            .containsExactly("001.log: change 2 was altered after it was written"));
        }
    }

    @Test
    void goesOnAfterAFullDisk() {
        FullDisk disk = new FullDisk();
        try (Journal journal = Journal.open(folder, disk.files(), 0)) {
            journal.append(entry("a"));
            for (int left = 0; left < 300; left += 23) {
                disk.fillUpAfter(left);
                // Longer than the room that was taken ahead.
                assertThatThrownBy(() -> journal.append(entry("lost".repeat(50_000))))
                        .isInstanceOf(JournalFault.class);
            }
            disk.free();
            assertThat(journal.append(entry("b"))).isEqualTo(2);
            assertThat(labels(journal, 0)).containsExactly("1a", "2b");
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
        }
    }

    @Test
    void theRoomTakenAheadIsNoChangeAndIsGivenBack() throws IOException {
        byte[] running;
        FullDisk disk = new FullDisk();
        try (Journal journal = Journal.open(folder, disk.files(), 0)) {
            journal.append(entry("a"));
            running = Files.readAllBytes(first());
            disk.fillUpAfter(0);
            assertThat(journal.append(entry("b"))).isEqualTo(2);
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
            assertThat(labels(journal, 0)).containsExactly("1a", "2b");
            assertThat(Files.size(first())).isEqualTo(running.length);
        }
        byte[] closed = Files.readAllBytes(first());
        assertThat(Segment.read(closed).gaps()).isEmpty();
        assertThat(running.length).isGreaterThan(closed.length);

        // As a kill leaves it.
        Files.write(first(), running);
        try (Journal journal = open()) {
            assertThat(journal.notes()).isEmpty();
            assertThat(journal.lastSequence()).isEqualTo(1);
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
        }
        assertThat(folder.resolve("001-torn-1.bin")).doesNotExist();
    }

    @Test
    void startsANewSegmentWhenOneIsLong() {
        JournalEntry large = entry("x".repeat(3_000_000));
        try (Journal journal = open()) {
            journal.append(large);
            journal.append(large);
            journal.append(entry("c"));
        }
        assertThat(folder.resolve("002.log")).exists();
        try (Journal journal = open()) {
            assertThat(journal.lastSequence()).isEqualTo(3);
            assertThat(labels(journal, 2)).containsExactly("3c");
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
        }
    }

    @Test
    void aSegmentWhoseHeaderWasCutShortIsBegunAgain() throws IOException {
        try (Journal journal = open()) {
            journal.append(entry("a"));
        }
        Files.write(folder.resolve("002.log"), new byte[] {'S', 'W'});
        try (Journal journal = open()) {
            assertThat(journal.append(entry("b"))).isEqualTo(2);
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Whole.class);
        }
    }

    @Test
    void aJournalThatLostItsEndIsNoticed() {
        try (Journal journal = Journal.open(folder, SegmentFiles.ON_DISK, 7)) {
            assertThat(journal.notes()).hasSize(1);
            assertThat(journal.append(entry("a"))).isEqualTo(8);
            assertThat(journal.verify()).isInstanceOf(JournalVerdict.Damaged.class);
        }
    }
}
