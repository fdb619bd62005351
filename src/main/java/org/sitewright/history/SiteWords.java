package org.sitewright.history;

import java.util.List;
import java.util.Locale;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Section;

/// What parts of sections are called, which the catalogue knows.
public interface SiteWords {
    /// As "Hero".
    String section(Section section);

    /// A field of a section, as "Headline"; of a list's entry the field of the entry.
    String field(Section section, FieldPath path);

    /// Names made of the document's own words, where there is no catalogue.
    static SiteWords plain() {
        return new SiteWords() {
            @Override
            public String section(Section section) {
                return capital(section.kind());
            }

            @Override
            public String field(Section section, FieldPath path) {
                return capital(path.steps().getLast());
            }
        };
    }

    /// `callToAction` becomes "Call to action".
    static String capital(String name) {
        String words = name.replace('-', ' ')
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty() ? "Field" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// "heading, text and picture".
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
