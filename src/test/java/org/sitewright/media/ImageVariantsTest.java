package org.sitewright.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.MediaId;
import org.sitewright.work.FixedPool;

class ImageVariantsTest {
    @TempDir
    Path folder;

    private final FixedPool pool = new FixedPool(2, "pictures");

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void makesEachWidthInBothTypesAndNeverLarger() throws IOException {
        Variants made = variants("a").of(put("a", TestPictures.jpeg(1000, 501)), List.of(400, 800, 1600, 2400));
        assertThat(made.width()).isEqualTo(1000);
        assertThat(made.height()).isEqualTo(501);
        assertThat(made.variants())
                .extracting(variant -> variant.type() + " " + variant.width() + "×" + variant.height())
                .containsExactly(
                        "WEBP 400×200",
                        "WEBP 800×401",
                        "WEBP 1000×501",
                        "JPEG 400×200",
                        "JPEG 800×401",
                        "JPEG 1000×501");
        for (Variant variant : made.variants()) {
            byte[] content = Files.readAllBytes(variant.file());
            assertThat(Sha256.of(content)).isEqualTo(variant.sha256());
            assertThat(MediaKind.of(content)).contains(variant.type());
            BufferedImage image = TestPictures.decoded(content);
            assertThat(image.getWidth()).isEqualTo(variant.width());
            assertThat(image.getHeight()).isEqualTo(variant.height());
        }
    }

    @Test
    void givesTheSameBytesWhateverElseIsAskedFor() throws IOException {
        byte[] picture = TestPictures.jpeg(900, 600);
        Variants alone = variants("a").of(put("a", picture), List.of(300));
        Variants among = variants("b").of(put("b", picture), List.of(200, 300, 500, 900));
        assertThat(among.of(MediaKind.JPEG))
                .extracting(Variant::sha256)
                .contains(alone.of(MediaKind.JPEG).getFirst().sha256());
        assertThat(among.of(MediaKind.WEBP))
                .extracting(Variant::sha256)
                .contains(alone.of(MediaKind.WEBP).getFirst().sha256());
    }

    @Test
    void usesWhatItMadeBefore() throws IOException {
        MediaId media = put("a", TestPictures.png(300, 200));
        Variants first = variants("a").of(media, List.of(100, 200));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        for (Variant variant : first.variants()) {
            Files.setLastModifiedTime(variant.file(), longAgo);
        }
        Variants again = variants("a").of(media, List.of(100, 200));
        assertThat(again).isEqualTo(first);
        for (Variant variant : again.variants()) {
            assertThat(Files.getLastModifiedTime(variant.file())).isEqualTo(longAgo);
        }
    }

    @Test
    void keepsTransparency() throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 100; x < 200; x++) {
                image.setRGB(x, y, 0xff00cc00);
            }
        }
        Variants made = variants("a").of(put("a", TestPictures.encoded(image, "png")), List.of(50));
        for (Variant variant : made.variants()) {
            BufferedImage small = TestPictures.decoded(Files.readAllBytes(variant.file()));
            assertThat(small.getRGB(5, 10) >>> 24).isLessThan(10);
            assertThat(small.getRGB(45, 10) >>> 24).isGreaterThan(245);
            assertThat(small.getRGB(45, 10) >> 8 & 0xff).isBetween(0xbc, 0xdc);
        }
    }

    @Test
    void takesEveryPixelIntoAccount() {
        BufferedImage lines = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                lines.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
            }
        }
        BufferedImage small = Downscale.to(lines, 90, 90);
        for (int x = 3; x < 87; x++) {
            assertThat(small.getRGB(x, 40) & 0xff).isBetween(118, 138);
        }
    }

    @Test
    void keepsGreysAsTheyAre() {
        BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                grey.getRaster().setSample(x, y, 0, 100);
            }
        }
        assertThat(Downscale.to(grey, 10, 10).getRGB(5, 5)).isEqualTo(0xff646464);
        assertThat(Downscale.to(grey, 40, 40).getRGB(5, 5)).isEqualTo(0xff646464);
    }

    @Test
    void leavesDrawingsAndAnimationsAlone() throws IOException {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"></svg>"
                .getBytes(StandardCharsets.UTF_8);
        Variants drawing = variants("a").of(put("a", svg), List.of(400, 800));
        assertThat(drawing.width()).isEqualTo(30);
        assertThat(drawing.height()).isEqualTo(10);
        assertThat(drawing.variants()).hasSize(1);
        assertThat(drawing.fallback().file()).hasBinaryContent(svg);
        byte[] gif = TestPictures.encoded(TestPictures.redLeft(20, 10, BufferedImage.TYPE_INT_RGB), "gif");
        assertThat(variants("a").of(put("a", gif), List.of(10)).fallback().file())
                .hasBinaryContent(gif);
    }

    private MediaId put(String name, byte[] content) {
        return new FolderMediaStore(folder.resolve(name).resolve("media")).put(new ByteArrayInputStream(content));
    }

    private ImageVariants variants(String name) {
        Path data = folder.resolve(name);
        return new ImageVariants(new FolderMediaStore(data.resolve("media")), data.resolve("cache"), pool);
    }
}
