package org.sitewright.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sitewright.site.Style;

/// Everything there is to build with, read once from the assets folder. Immutable.
public final class Catalogue {
    private final Path folder;
    private final Map<String, SectionKind> kinds;
    private final List<SectionKind> sorted;
    private final Map<Style, ThemePreset> themes;
    private final Map<String, FontFamily> fonts;
    private final Map<String, String> icons;
    private final List<Starter> starters;
    private final Looks looks;

    /// Named choices for a theme.
    record Looks(List<NamedPalette> palettes, List<FontPairing> pairings) {
        Looks {
            palettes = List.copyOf(palettes);
            pairings = List.copyOf(pairings);
        }
    }

    /// @param kinds in the order to show them in
    Catalogue(
            Path folder,
            SequencedMap<String, SectionKind> kinds,
            Map<Style, ThemePreset> themes,
            Map<String, FontFamily> fonts,
            Map<String, String> icons,
            List<Starter> starters,
            Looks looks) {
        this.folder = folder;
        this.kinds = Map.copyOf(kinds);
        this.sorted = List.copyOf(kinds.values());
        this.themes = Map.copyOf(themes);
        this.fonts = Map.copyOf(fonts);
        this.icons = Map.copyOf(icons);
        this.starters = List.copyOf(starters);
        this.looks = looks;
    }

    /// @throws CatalogueProblem when a file of the folder cannot be used
    public static Catalogue read(Path assets) {
        return CatalogueReader.read(assets);
    }

    public Path folder() {
        return folder;
    }

    /// All kinds: the categories as the assets order them, by name within each.
    public List<SectionKind> kinds() {
        return sorted;
    }

    public Optional<SectionKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    public ThemePreset theme(Style style) {
        ThemePreset theme = themes.get(style);
        if (theme == null) {
            throw new IllegalStateException("no theme for " + style);
        }
        return theme;
    }

    public List<NamedPalette> palettes() {
        return looks.palettes();
    }

    public List<FontPairing> pairings() {
        return looks.pairings();
    }

    public Collection<FontFamily> fonts() {
        return fonts.values();
    }

    public Optional<FontFamily> font(String name) {
        return Optional.ofNullable(fonts.get(name));
    }

    /// The inner markup of an icon on a 24 × 24 grid.
    public Optional<String> icon(String name) {
        return Optional.ofNullable(icons.get(name));
    }

    public List<Starter> starters() {
        return starters;
    }

    public Optional<Starter> starter(String name) {
        return starters.stream().filter(starter -> starter.name().equals(name)).findFirst();
    }
}
