package org.sitewright.ui.theme;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontPairing;
import org.sitewright.library.NamedPalette;
import org.sitewright.library.color.Palette;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.ThemeTokens;
import org.sitewright.site.Value;

/// What the theme panel knows and does. Every choice is an edit of the open site, seen at once and undone like any
/// other.
final class ThemeViewModel {
    private static final Pattern COLOR = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");

    private final Editor editor;
    private final Catalogue catalogue;
    private final RandomGenerator random;
    private final Theme before;

    ThemeViewModel(Editor editor, Catalogue catalogue, RandomGenerator random) {
        this.editor = editor;
        this.catalogue = catalogue;
        this.random = random;
        this.before = editor.site().theme();
    }

    Theme theme() {
        return editor.site().theme();
    }

    List<NamedPalette> palettes() {
        return catalogue.palettes();
    }

    /// Those that suit the style first.
    List<FontPairing> pairings() {
        Style style = theme().style();
        return Stream.concat(
                        catalogue.pairings().stream().filter(pairing -> pairing.style() == style),
                        catalogue.pairings().stream().filter(pairing -> pairing.style() != style))
                .toList();
    }

    Contrast contrast() {
        return Contrast.of(theme());
    }

    /// The style with its own type, where the site still has the type of the style before.
    void style(Style style) {
        Theme was = theme();
        Theme preset = catalogue.theme(was.style()).theme();
        Theme wanted = catalogue.theme(style).theme();
        boolean ownType = was.display().equals(preset.display()) && was.body().equals(preset.body());
        Theme changed = was.withStyle(style);
        apply(
                "Style " + style.label(),
                "",
                ownType ? changed.withFonts(wanted.display(), wanted.body(), wanted.mono()) : changed);
    }

    void palette(NamedPalette palette) {
        apply("Palette " + palette.label(), "", palette.applyTo(theme()));
    }

    void pairing(FontPairing pairing) {
        apply("Type " + pairing.display().label(), "", pairing.applyTo(theme()));
    }

    /// @return what had to be changed so that everything stays readable, in words; empty when nothing had to be
    Optional<String> seed(String text) {
        Optional<String> color = color(text);
        if (color.isEmpty()) {
            return Optional.of("A colour is written #rrggbb, as #a8481c.");
        }
        apply("Palette from " + color.get(), "theme-seed", theme().withSeed(color.get()));
        return moved(color.get());
    }

    /// @param text a colour, or empty to let the panels follow the first
    Optional<String> second(String text) {
        Optional<String> color = text.isBlank() ? Optional.of("") : color(text);
        if (color.isEmpty()) {
            return Optional.of("A colour is written #rrggbb, as #f2d200.");
        }
        tokens("Second colour", "theme-second", theme().tokens().withSecond(color.get()));
        return Optional.empty();
    }

    private Optional<String> moved(String seed) {
        String light = Palette.of(theme()).light().getOrDefault("accent", seed);
        return light.equalsIgnoreCase(seed)
                ? Optional.empty()
                : Optional.of("On this page " + seed + " would be hard to read, so buttons use " + light
                        + ", the nearest that is not.");
    }

    void neutral(String neutral) {
        apply("Greys", "", theme().withNeutral(neutral));
    }

    void mode(Theme.ColorMode mode) {
        apply("Dark mode", "", theme().withMode(mode));
    }

    /// @param mergeKey as in [Transaction]: a slider makes one step while it moves
    void tokens(String label, String mergeKey, ThemeTokens tokens) {
        apply(label, mergeKey, theme().withTokens(tokens));
    }

    /// Another palette and pairing, drawn by lot among those that suit the style.
    void surprise() {
        List<NamedPalette> colors = palettes();
        List<FontPairing> suiting = pairings().stream()
                .filter(pairing -> pairing.style() == theme().style())
                .toList();
        Theme changed = colors.get(random.nextInt(colors.size())).applyTo(theme());
        List<FontPairing> type = suiting.isEmpty() ? pairings() : suiting;
        apply("Surprise", "", type.get(random.nextInt(type.size())).applyTo(changed));
    }

    boolean isChanged() {
        return !theme().equals(before);
    }

    /// Brings back the theme that the panel was opened with.
    void undoAll() {
        apply("Theme as before", "", before);
    }

    /// The pictures of the site, each once, in the order of the pages; the first ones only.
    List<MediaId> pictures(int most) {
        Site site = editor.site();
        return site.sections()
                .flatMap(section -> section.content().values().values().stream())
                .flatMap(value -> value instanceof Value.Items items
                        ? items.items().stream().flatMap(item -> item.fields().values().values().stream())
                        : Stream.of(value))
                .filter(Value.Image.class::isInstance)
                .map(value -> ((Value.Image) value).media())
                .distinct()
                .limit(most)
                .toList();
    }

    private void apply(String label, String mergeKey, Theme theme) {
        if (!theme.equals(theme())) {
            editor.dispatch(new Transaction(
                    label,
                    mergeKey,
                    List.of(new Edit.SetTheme(theme)),
                    editor.state().selection(),
                    Transaction.Source.PANEL));
        }
    }

    private static Optional<String> color(String text) {
        var match = COLOR.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(1).toLowerCase(java.util.Locale.ROOT);
        return Optional.of(digits.length() == 6 ? "#" + digits : "#" + digits.replaceAll("(.)", "$1$1"));
    }
}
