package org.sitewright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.edit.Editor;
import org.sitewright.fixture.Assets;
import org.sitewright.library.NamedPalette;
import org.sitewright.site.Site;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.ThemeTokens;

class ThemeViewModelTest {
    private final Site site = new Assets().starter("bakery");
    private final Editor editor = new Editor(site, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final ThemeViewModel model = new ThemeViewModel(editor, Assets.catalogue(), new Random(1));

    @Test
    void thereAreManyPalettesAndPairingsWithNamesOfTheirOwn() {
        assertThat(model.palettes()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(model.palettes().stream().map(NamedPalette::name)).doesNotHaveDuplicates();
        assertThat(model.pairings()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(model.pairings().getFirst().style()).isEqualTo(Style.MODERN);
    }

    static Stream<NamedPalette> palettes() {
        return Assets.catalogue().palettes().stream();
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyPaletteIsReadableInEveryStyle(NamedPalette palette) {
        for (Style style : Style.values()) {
            Theme theme = palette.applyTo(site.theme()).withStyle(style);
            assertThat(palette.isIn(theme)).isTrue();
            assertThat(Contrast.of(theme).failing())
                    .as("%s in %s", palette.label(), style)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffff00", "#ffffff", "000", "#0f0", "#777777", "#ff0000", "#00ffff"})
    void anyColourGivesAReadablePaletteAndSaysWhatItMoved(String color) {
        var said = model.seed(color);
        assertThat(model.contrast().failing()).isZero();
        String accent =
                org.sitewright.library.color.Palette.of(model.theme()).light().get("accent");
        assertThat(said.isPresent()).isEqualTo(!model.theme().seed().equals(accent));
        said.ifPresent(words -> assertThat(words).contains(accent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12345", "#gggggg", "\"><script>"})
    void whatIsNoColourChangesNothing(String text) {
        assertThat(model.seed(text))
                .hasValueSatisfying(words -> assertThat(words).contains("#rrggbb"));
        assertThat(editor.site()).isSameAs(site);
    }

    @Test
    void eachChoiceIsOneStepAndASliderIsOneStepWhileItMoves() {
        model.palette(model.palettes().getLast());
        for (int scale = 101; scale < 110; scale++) {
            model.tokens("Size", "theme-scale", model.theme().tokens().withScale(scale));
        }
        assertThat(model.theme().tokens().scale()).isEqualTo(109);
        assertThat(editor.undo()).isTrue();
        assertThat(model.theme().tokens())
                .isEqualTo(model.palettes().getLast().applyTo(site.theme()).tokens());
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
        assertThat(editor.undo()).isFalse();
    }

    @Test
    void aStyleBringsItsOwnTypeUnlessTheSiteHasChosenAnother() {
        Theme premium = Assets.catalogue().theme(Style.PREMIUM).theme();
        model.style(Style.PREMIUM);
        assertThat(model.theme().display()).isEqualTo(premium.display());
        model.pairing(model.pairings().getLast());
        String chosen = model.theme().display();
        model.style(Style.MINIMAL);
        assertThat(model.theme().display()).isEqualTo(chosen);
    }

    @Test
    void everythingCanBeTakenBackAtOnce() {
        model.surprise();
        model.tokens("Corners", "", model.theme().tokens().withCorners(ThemeTokens.Corners.ROUND));
        assertThat(model.isChanged()).isTrue();
        model.undoAll();
        assertThat(model.theme()).isEqualTo(site.theme());
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void theSecondColourMakesThePanelsAndCanBeLeftOut() {
        assertThat(model.second("#f2d200")).isEmpty();
        assertThat(model.theme().tokens().second()).isEqualTo("#f2d200");
        assertThat(model.contrast().failing()).isZero();
        assertThat(model.second("nonsense")).isPresent();
        assertThat(model.second(" ")).isEmpty();
        assertThat(model.theme().tokens().second()).isEmpty();
    }

    @Test
    void thePicturesOfTheSiteAreOfferedOnceEach() {
        assertThat(model.pictures(4)).hasSize(4).doesNotHaveDuplicates();
    }
}
