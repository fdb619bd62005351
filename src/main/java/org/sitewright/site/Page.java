package org.sitewright.site;

import java.util.List;

/// One page of a site.
///
/// @param name what the editor and the navigation call it
/// @param slug its address: `prices` is served at `/prices/`; the first page of a site is served at `/`
/// @param icon the name of an icon of the catalogue, or empty
/// @param published false for a draft, which the build leaves out
public record Page(
        PageId id,
        String name,
        String slug,
        String title,
        String description,
        String icon,
        Seo seo,
        boolean published,
        List<Section> sections) {
    public Page {
        sections = List.copyOf(sections);
    }

    public Page withSections(List<Section> changed) {
        return new Page(id, name, slug, title, description, icon, seo, published, changed);
    }

    /// This page with another page's settings, keeping its own id and sections.
    public Page withSettingsOf(Page other) {
        return new Page(
                id,
                other.name,
                other.slug,
                other.title,
                other.description,
                other.icon,
                other.seo,
                other.published,
                sections);
    }

    public Page withName(String changed, String changedSlug) {
        return new Page(id, changed, changedSlug, title, description, icon, seo, published, sections);
    }
}
