package org.sitewright.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sitewright.render.PictureSource.Candidate;
import org.sitewright.render.PictureSource.Picture;
import org.sitewright.site.Focal;
import org.sitewright.site.Value;

/// Writes a picture: WebP and the original type by width, its size so that nothing jumps, lazy below the fold.
final class PictureMarkup {
    private static final String WEBP = "image/webp";

    private PictureMarkup() {}

    static String of(
            Value.Image image, Picture picture, PageContext page, String sizes, String classes, boolean first) {
        String img = img(image, picture, page, sizes, classes, first);
        List<Candidate> webp = ofType(picture, true);
        if (webp.isEmpty() || ofType(picture, false).isEmpty()) {
            return img;
        }
        return "<picture><source type=\"image/webp\""
                + TemplateFunctions.attribute("srcset", srcset(webp, page))
                + TemplateFunctions.attribute("sizes", sizes.isEmpty() ? "100vw" : sizes) + ">" + img + "</picture>";
    }

    private static String img(
            Value.Image image, Picture picture, PageContext page, String sizes, String classes, boolean first) {
        StringBuilder out = new StringBuilder("<img");
        out.append(TemplateFunctions.attribute("src", page.file(picture.url())));
        List<Candidate> original = ofType(picture, false);
        List<Candidate> candidates = original.isEmpty() ? ofType(picture, true) : original;
        if (candidates.size() > 1) {
            out.append(TemplateFunctions.attribute("srcset", srcset(candidates, page)));
            out.append(TemplateFunctions.attribute("sizes", sizes.isEmpty() ? "100vw" : sizes));
        }
        out.append(TemplateFunctions.attribute("width", String.valueOf(picture.width())));
        out.append(TemplateFunctions.attribute("height", String.valueOf(picture.height())));
        out.append(TemplateFunctions.attribute("alt", image.alt()));
        if (!classes.isEmpty()) {
            out.append(TemplateFunctions.attribute("class", classes));
        }
        if (!image.focal().equals(Focal.CENTRE)) {
            out.append(TemplateFunctions.attribute(
                    "style",
                    String.format(
                            Locale.ROOT,
                            "object-position:%.0f%% %.0f%%",
                            image.focal().x() * 100,
                            image.focal().y() * 100)));
        }
        out.append(first ? " fetchpriority=\"high\"" : " loading=\"lazy\"").append(" decoding=\"async\">");
        return out.toString();
    }

    private static List<Candidate> ofType(Picture picture, boolean webp) {
        return picture.candidates().stream()
                .filter(candidate -> candidate.contentType().equals(WEBP) == webp)
                .toList();
    }

    private static String srcset(List<Candidate> candidates, PageContext page) {
        return candidates.stream()
                .map(candidate -> page.file(candidate.url()) + " " + candidate.width() + "w")
                .collect(Collectors.joining(", "));
    }
}
