package org.sitewright.library.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DominantColorsTest {
    @Test
    void aSmallRedBoatInAGreySeaIsRed() {
        int[] pixels = new int[10_000];
        Arrays.fill(pixels, 0xff8a8d90);
        Arrays.fill(pixels, 100, 300, 0xffd02018);
        assertThat(DominantColors.of(pixels, 3)).singleElement().satisfies(hex -> {
            assertThat(Oklch.of(hex).hue()).isBetween(15.0, 45.0);
            assertThat(Oklch.of(hex).chroma()).isGreaterThan(0.1);
        });
    }

    @Test
    void coloursThatAreAlikeCountAsOneAndTheStrongestComesFirst() {
        int[] pixels = new int[9_000];
        Arrays.fill(pixels, 0, 6_000, 0xff1040e0);
        Arrays.fill(pixels, 6_000, 7_000, 0xff1048d8);
        Arrays.fill(pixels, 7_000, 9_000, 0xffe0a010);
        var found = DominantColors.of(pixels, 3);
        assertThat(found).hasSize(2);
        assertThat(Oklch.of(found.get(0)).hue()).isBetween(240.0, 285.0);
        assertThat(Oklch.of(found.get(1)).hue()).isBetween(60.0, 100.0);
    }

    @Test
    void aPictureWithoutColourGivesAGreyAndOneWithoutPixelsNothing() {
        int[] grey = new int[400];
        Arrays.fill(grey, 0xff202020);
        assertThat(DominantColors.of(grey, 3))
                .singleElement()
                .satisfies(hex -> assertThat(Oklch.of(hex).chroma()).isLessThan(0.01));
        assertThat(DominantColors.of(new int[400], 3)).isEmpty();
        assertThat(DominantColors.of(new int[0], 3)).isEmpty();
    }
}
