package org.sitewright.preview;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontFamily;

/// Puts a built site into words that our own web views understand: they read no WOFF2, and they find a build below an
/// address of its own, while the page for addresses that are not there links from the root.
final class BuildTranslation {
    private static final Pattern FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern FAMILY = Pattern.compile("font-family:\\s*\"([^\"]+)\"");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"(/[^\"]*)assets/");

    private final Catalogue catalogue;
    private final Function<FontFamily.Face, String> fontUrl;

    /// @param fontUrl where the server has a font
    BuildTranslation(Catalogue catalogue, Function<FontFamily.Face, String> fontUrl) {
        this.catalogue = catalogue;
        this.fontUrl = fontUrl;
    }

    /// @param base where the build begins, with a slash at its end
    byte[] of(ServedFiles.File file, String base) {
        if (file.type().startsWith("text/css")) {
            return stylesheet(text(file)).getBytes(StandardCharsets.UTF_8);
        }
        return file.type().startsWith("text/html")
                ? page(text(file), base).getBytes(StandardCharsets.UTF_8)
                : file.content();
    }

    private static String text(ServedFiles.File file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    /// The first rule of a family becomes the rules of its fonts that a web view reads, the others go. Families that
    /// the catalogue no longer has stay as they are.
    private String stylesheet(String css) {
        Set<String> done = new HashSet<>();
        return FACE.matcher(css).replaceAll(rule -> {
            Optional<FontFamily> family = family(rule.group());
            if (family.isEmpty()) {
                return Matcher.quoteReplacement(rule.group());
            }
            return done.add(family.get().name()) ? Matcher.quoteReplacement(faces(family.get())) : "";
        });
    }

    private Optional<FontFamily> family(String rule) {
        Matcher name = FAMILY.matcher(rule);
        return name.find()
                ? catalogue.fonts().stream()
                        .filter(family -> family.label().equals(name.group(1)))
                        .filter(family -> !family.canvas().isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    private String faces(FontFamily family) {
        return family.canvas().stream()
                .map(face -> family.fontFace(face, fontUrl.apply(face)))
                .collect(Collectors.joining());
    }

    private static String page(String html, String base) {
        Matcher style = STYLE.matcher(html);
        return style.find() ? html.replace("=\"" + style.group(1), "=\"" + base) : html;
    }
}
