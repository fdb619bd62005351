package org.sitewright.library.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OklchTest {
    /// Values of CSS Color 4 for named colours.
    @ParameterizedTest
    @CsvSource({"#ff0000,0.628,0.2577,29.23", "#00ff00,0.8664,0.2948,142.5", "#0000ff,0.452,0.3132,264.05"})
    void agreesWithTheStandard(String hex, double lightness, double chroma, double hue) {
        Oklch colour = Oklch.of(hex);
        assertThat(colour.lightness()).isCloseTo(lightness, within(0.001));
        assertThat(colour.chroma()).isCloseTo(chroma, within(0.001));
        assertThat(colour.hue()).isCloseTo(hue, within(0.1));
    }

    @Test
    void whiteAndBlackHaveNoChroma() {
        assertThat(Oklch.of("#ffffff").lightness()).isCloseTo(1, within(0.0001));
        assertThat(Oklch.of("#ffffff").chroma()).isCloseTo(0, within(0.0001));
        assertThat(Oklch.of("#000000").lightness()).isCloseTo(0, within(0.0001));
    }

    @Property(tries = 500)
    void everyColourComesBack(@ForAll @IntRange(max = 0xffffff) int rgb) {
        String hex = String.format("#%06x", rgb);
        assertThat(Oklch.of(hex).hex()).isEqualTo(hex);
    }

    @Property(tries = 500)
    void whatIsOutsideKeepsLightnessAndHue(
            @ForAll @DoubleRange(min = 0.3, max = 0.95) double lightness,
            @ForAll @DoubleRange(min = 0, max = 0.5) double chroma,
            @ForAll @DoubleRange(min = 0, max = 360) double hue) {
        Oklch back = Oklch.of(new Oklch(lightness, chroma, hue).hex());
        assertThat(back.lightness()).isCloseTo(lightness, within(0.02));
        assertThat(back.chroma()).isLessThan(chroma + 0.02);
        if (back.chroma() > 0.08) {
            double turn = Math.abs(back.hue() - hue) % 360;
            assertThat(Math.min(turn, 360 - turn)).isLessThan(6);
        }
    }

    /// The ratios that WCAG's own tools give.
    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21", "#777777,#ffffff,4.48", "#ff0000,#ffffff,4.0", "#123456,#123456,1"})
    void contrastIsThatOfWcag(String one, String other, double ratio) {
        assertThat(Oklch.contrast(one, other)).isCloseTo(ratio, within(0.01));
        assertThat(Oklch.contrast(other, one)).isCloseTo(ratio, within(0.01));
    }
}
