package org.sitewright.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Assets;

class FontCheckTest {
    @TempDir
    private Path folder;

    @Test
    void everyFontThatShipsIsOne() {
        assertThat(Assets.catalogue().fonts()).isNotEmpty().allSatisfy(family -> {
            assertThat(family.faces()).isNotEmpty();
            Stream.concat(family.faces().stream(), family.canvas().stream())
                    .forEach(face -> assertThat(FontCheck.wrong(face.file()))
                            .as("%s", face.file())
                            .isEmpty());
        });
    }

    @Test
    void whatIsNoFontIsRefused() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(FontCheck.wrong(Files.write(folder.resolve("a.woff2"), page)))
                .contains("it is no WOFF2 font");
        assertThat(FontCheck.wrong(Files.write(folder.resolve("a.ttf"), page))).contains("it is no TrueType font");
        assertThat(FontCheck.wrong(Files.write(folder.resolve("b.ttf"), new byte[] {0, 1, 0})))
                .contains("it is no font, or it is cut off");
        assertThat(FontCheck.wrong(folder.resolve("c.woff2"))).contains("the file of this font is missing");
    }

    @Test
    void aFontThatIsCutOffIsRefused() throws IOException {
        FontFamily.Face shipped =
                Assets.catalogue().fonts().iterator().next().faces().getFirst();
        byte[] whole = Files.readAllBytes(shipped.file());
        Path cut = Files.write(folder.resolve("cut.woff2"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(FontCheck.wrong(cut))
                .hasValueSatisfying(wrong -> assertThat(wrong).startsWith("it is cut off"));
    }

    @Test
    void aCatalogueWithSuchAFileSaysWhichOne() throws IOException {
        Path assets = folder.resolve("assets");
        copy(Assets.catalogue().folder(), assets);
        Path shipped =
                Assets.catalogue().fonts().iterator().next().faces().getFirst().file();
        Path font = assets.resolve(Assets.catalogue().folder().relativize(shipped));
        Files.writeString(font, "no font at all");
        assertThatThrownBy(() -> Catalogue.read(assets))
                .isInstanceOf(CatalogueProblem.class)
                .hasMessageContaining(String.valueOf(font.getFileName()))
                .hasMessageContaining("it is no WOFF2 font");
    }

    /// The fonts are copied, the rest is looked at where it is.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> parts = Files.list(from)) {
            for (Path part : parts.toList()) {
                if (Files.isDirectory(part) && !part.endsWith("fonts")) {
                    Files.createSymbolicLink(to.resolve(String.valueOf(part.getFileName())), part.toAbsolutePath());
                }
            }
        }
        try (Stream<Path> files = Files.walk(from.resolve("fonts"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
