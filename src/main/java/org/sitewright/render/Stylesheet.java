package org.sitewright.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontFamily;
import org.sitewright.library.SectionKind;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Theme;

/// Puts together the one stylesheet of a site from its theme and only the kinds and layouts that it uses.
final class Stylesheet {
    private final Catalogue catalogue;
    private final Map<Path, String> files = new ConcurrentHashMap<>();

    Stylesheet(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param sections all of the site
    /// @param fontUrl the address of a font file, as the stylesheet must write it
    String of(Theme theme, SectionCensus sections, Function<FontFamily.Face, String> fontUrl) {
        return of(theme, used(sections.variants()), sections.grounds(), FontFamily::faces, fontUrl);
    }

    /// The stylesheet for every kind and layout of the catalogue, so that the editor never has to change it.
    String complete(Theme theme, Function<FontFamily.Face, String> fontUrl) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (SectionKind kind : catalogue.kinds()) {
            Set<String> variants = new TreeSet<>();
            kind.variants().forEach(variant -> variants.add(variant.name()));
            all.put(kind.kind(), variants);
        }
        return of(theme, all, true, FontFamily::canvas, fontUrl);
    }

    /// The families that a theme shows text in.
    Set<FontFamily> fonts(Theme theme) {
        Set<FontFamily> families = new LinkedHashSet<>();
        Stream.of(theme.display(), theme.body(), theme.mono())
                .map(catalogue::font)
                .flatMap(Optional::stream)
                .forEach(families::add);
        return families;
    }

    private String of(
            Theme theme,
            Map<String, Set<String>> used,
            boolean grounds,
            Function<FontFamily, List<FontFamily.Face>> faces,
            Function<FontFamily.Face, String> fontUrl) {
        StringBuilder css = new StringBuilder(32_768);
        tokens(theme, css);
        fonts(theme).forEach(family -> faces.apply(family)
                .forEach(face -> css.append(family.fontFace(face, fontUrl.apply(face)))));
        Path themes = catalogue.folder().resolve("themes");
        css.append(file(themes.resolve("base.css")));
        css.append(file(catalogue.theme(theme.style()).stylesheet()));
        css.append(ThemeCss.of(theme.tokens()));
        used.forEach((kind, variants) -> {
            Path folder = catalogue.folder().resolve("sections").resolve(kind);
            css.append(file(folder.resolve("style.css")));
            variants.forEach(variant -> css.append(file(folder.resolve(variant + ".css"))));
            css.append(file(folder.resolve(theme.style().folder() + ".css")));
        });
        if (grounds) {
            css.append(file(themes.resolve("grounds.css")));
        }
        return css.toString();
    }

    private Map<String, Set<String>> used(Map<String, Set<String>> named) {
        Map<String, Set<String>> used = new TreeMap<>();
        named.forEach((name, variants) -> catalogue
                .kind(name)
                .ifPresent(
                        kind -> variants.forEach(variant -> used.computeIfAbsent(kind.kind(), each -> new TreeSet<>())
                                .add(kind.variantOrFirst(variant).name()))));
        return used;
    }

    private void tokens(Theme theme, StringBuilder css) {
        Palette palette = Palette.of(theme);
        switch (theme.mode()) {
            case LIGHT -> roles(":root", "light", palette.light(), css);
            case DARK -> roles(":root", "dark", palette.dark(), css);
            case AUTO -> {
                roles(":root", "light dark", palette.light(), css);
                css.append("@media (prefers-color-scheme:dark){");
                roles(":root", "light dark", palette.dark(), css);
                css.append('}');
            }
        }
        css.append(":root{--font-display:").append(stack(theme.display()));
        css.append(";--font-body:").append(stack(theme.body()));
        css.append(";--font-mono:").append(stack(theme.mono().isEmpty() ? theme.body() : theme.mono()));
        css.append("}\n");
    }

    private static void roles(String selector, String scheme, Map<String, String> roles, StringBuilder css) {
        css.append(selector).append("{color-scheme:").append(scheme);
        roles.forEach((role, hex) -> css.append(";--").append(role).append(':').append(hex));
        css.append('}');
    }

    private String stack(String family) {
        return catalogue
                .font(family)
                .map(font -> '"' + font.label() + "\"," + font.fallback())
                .orElse("system-ui,sans-serif");
    }

    private String file(Path path) {
        return files.computeIfAbsent(path, each -> {
            try {
                return Files.isRegularFile(each) ? CssText.tight(Files.readString(each)) : "";
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }
}
