package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.folder.FolderBlobs;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;

/// What every place promises, on each kind of place.
@Timeout(60)
class BlobContractTest {
    @TempDir
    Path temp;

    private void onEach(Consumer<BlobStore> check) {
        check.accept(new MemoryBlobs(new HandClock()));
        check.accept(new FolderBlobs(temp.resolve("folder")));
        try (S3Server server = S3Server.start(0)) {
            server.createBucket("blobs");
            TargetSettings.S3 settings = new TargetSettings.S3(
                    server.endpoint(), S3Server.REGION, "blobs", "in/side", true, "", TargetSettings.Support.FULL);
            try (S3Blobs blobs = new S3Blobs(settings, () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET))) {
                check.accept(blobs);
            }
        }
    }

    private static byte[] read(BlobStore place, String name) {
        try (var in = place.open(name)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void whatIsThereIsNeverWrittenAgain() {
        byte[] large = new byte[20 << 20];
        new Random(1).nextBytes(large);
        onEach(place -> {
            assertThat(place.list("")).isEmpty();
            assertThat(place.putNew("a/one.age", BlobSource.of(new byte[] {1, 2, 3})))
                    .isTrue();
            assertThat(place.putNew("a/one.age", BlobSource.of(new byte[] {9})))
                    .as(place.describe())
                    .isFalse();
            assertThat(read(place, "a/one.age")).containsExactly(1, 2, 3);
            assertThat(place.putNew("b/large.age", BlobSource.of(large))).isTrue();
            assertThat(read(place, "b/large.age")).isEqualTo(large);
            assertThat(place.putNew("empty", BlobSource.of(new byte[0]))).isTrue();
            assertThat(place.list("").stream().map(BlobStore.Blob::name))
                    .containsExactly("a/one.age", "b/large.age", "empty");
            assertThat(place.list("a/").stream().map(BlobStore.Blob::size)).containsExactly(3L);
            place.delete(List.of("a/one.age", "never/there"));
            assertThat(place.list("a/")).isEmpty();
            assertThatThrownBy(() -> place.open("a/one.age"))
                    .isInstanceOfSatisfying(BlobProblem.class, missing -> assertThat(missing.kind())
                            .isEqualTo(BlobProblem.Kind.MISSING));
        });
    }

    @Test
    void aFolderIsLeftOnlyThroughNoName() throws IOException {
        Files.writeString(temp.resolve("secret"), "x");
        try (FolderBlobs place = new FolderBlobs(temp.resolve("inner"))) {
            assertThatThrownBy(() -> place.open("../secret")).isInstanceOf(BlobProblem.class);
            assertThatThrownBy(() -> place.putNew("../other", BlobSource.of(new byte[] {1})))
                    .isInstanceOf(BlobProblem.class);
        }
        assertThat(temp.resolve("other")).doesNotExist();
    }
}
