package org.sitewright.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sitewright.site.Style;
import tools.jackson.databind.JsonNode;

/// Reads the assets folder.
final class CatalogueReader {
    private static final Pattern SVG = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private CatalogueReader() {}

    static Catalogue read(Path assets) {
        SequencedMap<String, SectionKind> kinds = kinds(assets.resolve("sections"));
        Map<Style, ThemePreset> themes = new EnumMap<>(Style.class);
        for (Style style : Style.values()) {
            themes.put(style, theme(assets.resolve("themes").resolve(style.folder()), style));
        }
        List<Starter> starters = new ArrayList<>();
        for (Path folder : foldersWith(assets.resolve("starters"), "starter.json")) {
            starters.add(starter(folder));
        }
        Map<String, FontFamily> fonts = fonts(assets.resolve("fonts"));
        Catalogue.Looks looks = new Catalogue.Looks(
                palettes(assets.resolve("themes").resolve("palettes.json")),
                pairings(assets.resolve("themes").resolve("pairings.json"), fonts));
        return new Catalogue(assets, kinds, themes, fonts, icons(assets), starters, looks);
    }

    private static SequencedMap<String, SectionKind> kinds(Path sections) {
        List<String> categories = categories(sections.resolve("categories.json"));
        Comparator<SectionKind> order = Comparator.comparingInt(kind -> {
            int at = categories.indexOf(kind.category());
            return at < 0 ? categories.size() : at;
        });
        SequencedMap<String, SectionKind> kinds = new LinkedHashMap<>();
        foldersWith(sections, "section.json").stream()
                .map(SectionKindReader::read)
                .sorted(order.thenComparing(SectionKind::category).thenComparing(SectionKind::name))
                .forEach(kind -> kinds.put(kind.kind(), kind));
        return kinds;
    }

    /// The categories in the order to show them in; what is not named there comes last.
    private static List<String> categories(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : new CatalogueJson(file, CatalogueJson.read(file, 1)).list("categories")) {
            names.add(name.asString(""));
        }
        return names;
    }

    private static ThemePreset theme(Path folder, Style style) {
        Path file = folder.resolve("theme.json");
        CatalogueJson in = new CatalogueJson(file, CatalogueJson.read(file, 1));
        return new ThemePreset(
                style,
                in.text("seed"),
                in.textOr("neutral", "warm"),
                in.text("display"),
                in.text("body"),
                in.textOr("mono", ""),
                folder.resolve("style.css"));
    }

    private static List<NamedPalette> palettes(Path file) {
        List<NamedPalette> palettes = new ArrayList<>();
        for (JsonNode each : new CatalogueJson(file, CatalogueJson.read(file, 1)).list("palettes")) {
            CatalogueJson in = new CatalogueJson(file, each);
            palettes.add(new NamedPalette(
                    in.text("name"),
                    in.text("label"),
                    in.text("seed"),
                    in.textOr("neutral", "warm"),
                    in.textOr("second", "")));
        }
        return palettes;
    }

    private static List<FontPairing> pairings(Path file, Map<String, FontFamily> fonts) {
        List<FontPairing> pairings = new ArrayList<>();
        for (JsonNode each : new CatalogueJson(file, CatalogueJson.read(file, 1)).list("pairings")) {
            CatalogueJson in = new CatalogueJson(file, each);
            pairings.add(new FontPairing(
                    Style.of(in.text("style")),
                    family(in, "display", fonts),
                    family(in, "body", fonts),
                    in.textOr("mono", "")));
        }
        return pairings;
    }

    private static FontFamily family(CatalogueJson in, String field, Map<String, FontFamily> fonts) {
        FontFamily family = fonts.get(in.text(field));
        if (family == null) {
            throw in.problem("there is no font \"" + in.text(field) + "\"");
        }
        return family;
    }

    private static Starter starter(Path folder) {
        Path file = folder.resolve("starter.json");
        CatalogueJson in = new CatalogueJson(file, CatalogueJson.read(file, 1));
        int pages = in.node().path("pages").size();
        Map<String, String> pictures = new TreeMap<>();
        in.node().path("pictures").forEachEntry((picture, alt) -> pictures.put(picture, alt.asString("")));
        return new Starter(
                String.valueOf(folder.getFileName()),
                in.text("label"),
                in.text("description"),
                Style.of(in.text("style")),
                pages,
                folder,
                pictures);
    }

    private static Map<String, FontFamily> fonts(Path folder) {
        Path file = folder.resolve("fonts.json");
        Map<String, FontFamily> fonts = new TreeMap<>();
        for (JsonNode each : new CatalogueJson(file, CatalogueJson.read(file, 1)).list("families")) {
            CatalogueJson in = new CatalogueJson(file, each);
            String name = in.text("name");
            fonts.put(
                    name,
                    new FontFamily(
                            name,
                            in.text("label"),
                            in.text("fallback"),
                            in.text("licence"),
                            faces(in, "faces"),
                            faces(in, "canvas")));
        }
        return fonts;
    }

    private static List<FontFamily.Face> faces(CatalogueJson in, String list) {
        Path folder = in.file().resolveSibling("");
        List<FontFamily.Face> faces = new ArrayList<>();
        for (JsonNode each : in.list(list)) {
            CatalogueJson face = new CatalogueJson(in.file(), each);
            Path font = folder.resolve(face.text("file"));
            FontCheck.wrong(font).ifPresent(wrong -> {
                throw new CatalogueProblem(font, wrong);
            });
            faces.add(new FontFamily.Face(
                    font, face.textOr("style", "normal"), face.textOr("weight", "400"), face.textOr("range", "")));
        }
        return faces;
    }

    private static Map<String, String> icons(Path assets) {
        Map<String, String> icons = new TreeMap<>();
        Path folder = assets.resolve("icons");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".svg")).toList()) {
                Matcher svg = SVG.matcher(Files.readString(file));
                if (svg.find()) {
                    String name = String.valueOf(file.getFileName());
                    icons.put(
                            name.substring(0, name.length() - 4),
                            svg.group(1).replaceAll("\\s+", " ").strip());
                }
            }
        } catch (IOException fault) {
            throw new CatalogueProblem(folder, "it cannot be read: " + fault.getMessage());
        }
        return icons;
    }

    private static List<Path> foldersWith(Path parent, String file) {
        if (!Files.isDirectory(parent)) {
            throw new CatalogueProblem(parent, "this folder is missing");
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(file)))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new CatalogueProblem(parent, "it cannot be read: " + fault.getMessage());
        }
    }
}
