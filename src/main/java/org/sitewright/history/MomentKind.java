package org.sitewright.history;

/// What sort of thing a change changed, for icons and filters.
public enum MomentKind {
    TEXT("Text"),
    PICTURE("Pictures"),
    LINK("Links"),
    LOOK("Layout and style"),
    SECTION("Sections added or deleted"),
    ORDER("Order"),
    VISIBILITY("Hidden or shown"),
    PAGE("Pages"),
    THEME("Theme"),
    FORM("Forms"),
    MENU("Menu and redirects"),
    COMPONENT("Components"),
    SITE("Site"),
    PUBLISH("Published");

    private final String words;

    MomentKind(String words) {
        this.words = words;
    }

    /// As a filter names it.
    public String words() {
        return words;
    }
}
