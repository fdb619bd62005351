package org.sitewright.library.component;

import java.util.List;
import java.util.Locale;

/// What components are sorted by, in the order to show them in.
public final class ComponentCategories {
    public static final List<String> ALL = List.of(
            "header",
            "banner",
            "card",
            "button",
            "badge",
            "stat",
            "steps",
            "timeline",
            "tabs",
            "accordion",
            "table",
            "pricing",
            "testimonial",
            "quote",
            "gallery",
            "logos",
            "code",
            "form",
            "footer",
            "other");

    private ComponentCategories() {}

    public static String orOther(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return ALL.contains(lower) ? lower : "other";
    }

    /// As it is shown, as "Testimonial".
    public static String label(String name) {
        return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
