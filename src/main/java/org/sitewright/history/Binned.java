package org.sitewright.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;

/// Something that was deleted and can be brought back.
///
/// @param id of the thing, as text
/// @param site that it was part of, or is; null for a component, which belongs to a person
/// @param siteName empty where there is no site
/// @param sequence of the change that deleted it; 0 for a site
public record Binned(
        Kind kind, String id, String name, @Nullable SiteId site, String siteName, Instant deletedAt, long sequence) {
    /// What was deleted.
    public enum Kind {
        SITE("Site"),
        PAGE("Page"),
        FORM("Form"),
        MEDIA("Picture or file"),
        COMPONENT("Component");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
