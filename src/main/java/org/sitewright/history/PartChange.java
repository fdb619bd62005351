package org.sitewright.history;

/// A part of the whole site that two moments have differently, in words.
public record PartChange(Part part, String words, String before, String after) {
    /// What a site has beside its pages.
    public enum Part {
        DETAILS("Name and description"),
        THEME("Theme"),
        PAGES("Order of pages"),
        MENU("Menu"),
        REDIRECTS("Redirects"),
        FORMS("Forms"),
        COMPONENTS("Components"),
        OUTPUT("Search and hosts");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
