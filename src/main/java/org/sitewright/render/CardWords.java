package org.sitewright.render;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Focal;
import org.sitewright.site.Theme;

/// All that the drawn card of a page shows.
///
/// @param site its name
/// @param title of the page
/// @param photo of the page, which a part of the card shows; null for none
record CardWords(
        String site, String title, Theme theme, @Nullable Photo photo) {
    private static final int LONGEST = 140;
    /// Changes with what cards look like, since they are kept by their key.
    private static final String EDITION = "1";

    CardWords {
        site = shortened(site, 60);
        title = shortened(title, LONGEST);
    }

    /// @param file a picture that Java reads
    /// @param look names how it is written
    record Photo(Path file, String look, Focal focal) {}

    /// Names what the card shows: equal keys give the same picture.
    String key() {
        String shown = photo == null ? "" : photo.look() + photo.focal();
        return Hashes.of(String.join("\u0000", EDITION, site, title, theme.toString(), shown))
                .substring(0, 16);
    }

    String contentType() {
        return photo == null ? "image/png" : "image/jpeg";
    }

    private static String shortened(String text, int longest) {
        String one = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return one.length() <= longest
                ? one
                : one.substring(0, one.offsetByCodePoints(0, one.codePointCount(0, longest)))
                                .strip() + "…";
    }
}
