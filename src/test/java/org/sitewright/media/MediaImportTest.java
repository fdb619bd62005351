package org.sitewright.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.FixedPool;
import org.sitewright.work.Problem;

class MediaImportTest {
    private static final SiteId SITE = new SiteId(new UUID(1, 1));
    private static final Change CHANGE = new Change(new UserId(new UUID(2, 2)), "Add a picture");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final FixedPool pool = new FixedPool(2, "pictures");
    private final MediaLibrary library = new MemoryMediaLibrary();
    private MediaStore store = new MemoryMediaStore(Path.of("unused"));
    private MediaImport importer = new MediaImport(store, library, pool, Clock.systemUTC());

    @BeforeEach
    void open() {
        store = new FolderMediaStore(folder);
        importer = new MediaImport(store, library, pool, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void keepsAnUprightPictureExactlyAsItIs() {
        byte[] picture = TestPictures.jpeg(60, 40);
        MediaItem item = add("holiday/Beach.JPG", picture);
        assertThat(item.fileName()).isEqualTo("Beach.JPG");
        assertThat(item.contentType()).isEqualTo("image/jpeg");
        assertThat(item.width()).isEqualTo(60);
        assertThat(item.height()).isEqualTo(40);
        assertThat(item.createdAt()).isEqualTo(NOW);
        assertThat(stored(item)).isEqualTo(picture);
        assertThat(library.find(SITE, item.media())).contains(item);
    }

    @ParameterizedTest
    @CsvSource({"1,red,blue", "2,blue,red", "3,blue,red", "4,red,blue"})
    void turnsPicturesUpright(int orientation, String left, String right) {
        MediaItem item = add("phone.jpg", TestPictures.phoneJpeg(80, 40, orientation));
        BufferedImage shown = TestPictures.decoded(stored(item));
        assertThat(colourAt(shown, 10, 20)).isEqualTo(left);
        assertThat(colourAt(shown, 70, 20)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"5,red,blue", "6,red,blue", "7,blue,red", "8,blue,red"})
    void turnsPicturesThatLieOnTheirSide(int orientation, String top, String bottom) {
        MediaItem item = add("phone.jpg", TestPictures.phoneJpeg(80, 40, orientation));
        assertThat(item.width()).isEqualTo(40);
        assertThat(item.height()).isEqualTo(80);
        BufferedImage shown = TestPictures.decoded(stored(item));
        assertThat(colourAt(shown, 20, 10)).isEqualTo(top);
        assertThat(colourAt(shown, 20, 70)).isEqualTo(bottom);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void removesWhereAPictureWasTaken(int orientation) {
        byte[] taken = TestPictures.phoneJpeg(80, 40, orientation);
        assertThat(text(taken)).contains(TestPictures.GPS);
        assertThat(text(stored(add("phone.jpg", taken))))
                .doesNotContain(TestPictures.GPS)
                .doesNotContain("Exif");
    }

    @Test
    void removesTextFromPng() {
        byte[] talking = TestPictures.talkingPng(20, 10);
        assertThat(text(talking)).contains(TestPictures.GPS);
        assertThat(stored(add("a.png", talking))).isEqualTo(TestPictures.png(20, 10));
    }

    @Test
    void tellsWhatAFileIsByItsBytes() {
        assertThat(add("photo.jpg", TestPictures.png(8, 8)).contentType()).isEqualTo("image/png");
        assertThat(add("a.txt", TestPictures.encoded(TestPictures.redLeft(9, 9, BufferedImage.TYPE_INT_RGB), "gif"))
                        .contentType())
                .isEqualTo("image/gif");
        assertThat(add("a", TestPictures.encoded(TestPictures.redLeft(9, 9, BufferedImage.TYPE_INT_RGB), "webp"))
                        .contentType())
                .isEqualTo("image/webp");
        assertThat(add("menu", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).contentType())
                .isEqualTo("application/pdf");
        assertRefused("SW-MEDIA-KIND", "virus.jpg", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("SW-MEDIA-KIND", "page.svg", "<html><body>no</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesPicturesThatWouldFillTheMemory() {
        assertRefused("SW-MEDIA-PIXELS", "bomb.png", TestPictures.bombPng(50_000, 50_000));
        assertRefused("SW-MEDIA-SIZE", "big.jpg", new byte[MediaImport.LARGEST + 1]);
        assertRefused("SW-MEDIA-EMPTY", "none.jpg", new byte[0]);
    }

    /// What the four kinds say of themselves in their first bytes, with a size that no memory holds.
    @Test
    void refusesBombsOfEveryKindByTheirFirstBytes() {
        assertRefused("SW-MEDIA-PIXELS", "bomb.png", TestPictures.bombPng(50_000, 50_000));
        assertRefused("SW-MEDIA-PIXELS", "bomb.gif", TestPictures.bombGif(50_000, 50_000));
        assertRefused("SW-MEDIA-PIXELS", "bomb.jpg", TestPictures.bombJpeg(50_000, 50_000));
        assertRefused("SW-MEDIA-PIXELS", "bomb.webp", TestPictures.bombWebp(50_000, 50_000));
        assertThat(library.list(SITE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004",
                "<script>alert(1)</script>",
                "OTTO\u0000\u0001",
                "%PD",
                "\u001aE\u00df",
                "GIF8",
                "RIFF"
            })
    void refusesWhatIsNoneOfTheKinds(String start) {
        byte[] content = (start + "x".repeat(200)).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> add("picture.png", content))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isIn("SW-MEDIA-KIND", "SW-MEDIA-BAD", "SW-MEDIA-CUT"));
        assertThat(library.list(SITE)).isEmpty();
    }

    @Test
    void cutsPicturesAtAnyPlaceWithoutHarm() {
        byte[] whole = TestPictures.jpeg(120, 80);
        for (int length = 1; length < whole.length - 2; length += whole.length / 23) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> add("cut.jpg", cut)).isInstanceOf(Problem.class);
        }
        assertThat(library.list(SITE)).isEmpty();
    }

    @Test
    void drawingsLoseScriptsAndWhatTheyWouldFetch() {
        MediaItem item = add(
                "logo.svg",
                ("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' onload='alert(1)'>"
                                + "<script>alert(1)</script><image href='https://evil.example/x.png'/>"
                                + "<use href='https://evil.example/x.svg#a'/><rect width='20' height='10' fill='red'/></svg>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(text(stored(item))).contains("rect").doesNotContain("script", "onload", "evil.example");
    }

    @Test
    void refusesWhatIsCutOrDamaged() {
        assertRefused("SW-MEDIA-CUT", "cut.jpg", TestPictures.firstHalf(TestPictures.jpeg(300, 200)));
        assertRefused("SW-MEDIA-CUT", "cut.png", TestPictures.firstHalf(TestPictures.png(300, 200)));
        assertRefused("SW-MEDIA-BAD", "header-only.png", TestPictures.bombPng(20, 20));
        byte[] flipped = TestPictures.png(30, 20);
        flipped[60] ^= 0x55;
        assertRefused("SW-MEDIA-BAD", "flipped.png", flipped);
        assertThat(library.list(SITE)).isEmpty();
    }

    @Test
    void keepsTheSamePictureOnce() {
        MediaItem first = add("one.png", TestPictures.png(8, 8));
        assertThat(add("two.png", TestPictures.png(8, 8))).isEqualTo(first);
        assertThat(library.list(SITE)).containsExactly(first);
    }

    @Test
    void takesNamesThatAreTooLongOrStrange() {
        assertThat(add("x".repeat(10_000), TestPictures.png(8, 8)).fileName()).hasSize(200);
        assertThat(add("C:\\me\\صورة 🖼.png", TestPictures.png(9, 8)).fileName())
                .isEqualTo("صورة 🖼.png");
        assertThat(add("a/b/", TestPictures.png(10, 8)).fileName()).isEqualTo("file");
    }

    private MediaItem add(String name, byte[] content) {
        return importer.add(SITE, name, new ByteArrayInputStream(content), "", CHANGE);
    }

    private void assertRefused(String code, String name, byte[] content) {
        assertThatThrownBy(() -> add(name, content)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.happened()).contains(name);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    private byte[] stored(MediaItem item) {
        try (InputStream in = store.open(item.media())) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static String colourAt(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xff) > (rgb & 0xff) ? "red" : "blue";
    }
}
