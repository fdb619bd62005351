package org.sitewright.site;

import java.util.List;

/// One page of a site.
///
/// @param name what the editor and the navigation call it
/// @param slug its address: `prices` is served at `/prices/`; the first page of a site is served at `/`
/// @param icon the name of an icon of the catalogue, or empty
/// @param published false for a draft, which the build leaves out
/// @param inMenu whether the automatic menu lists it
public record Page(
        PageId id,
        String name,
        String slug,
        String title,
        String description,
        String icon,
        Seo seo,
        boolean published,
        PageRole role,
        boolean inMenu,
        List<Section> sections) {
    public Page {
        sections = List.copyOf(sections);
    }

    public Page(
            PageId id,
            String name,
            String slug,
            String title,
            String description,
            String icon,
            Seo seo,
            boolean published,
            List<Section> sections) {
        this(id, name, slug, title, description, icon, seo, published, PageRole.PAGE, true, sections);
    }

    /// Whether visitors can reach it by an address of its own.
    public boolean isBuilt() {
        return published && role == PageRole.PAGE;
    }

    public Page withSections(List<Section> changed) {
        return new Page(id, name, slug, title, description, icon, seo, published, role, inMenu, changed);
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
                other.role,
                other.inMenu,
                sections);
    }

    public Page withName(String changed, String changedSlug) {
        return new Page(id, changed, changedSlug, title, description, icon, seo, published, role, inMenu, sections);
    }

    public Page withTexts(String changedTitle, String changedDescription) {
        return new Page(id, name, slug, changedTitle, changedDescription, icon, seo, published, role, inMenu, sections);
    }

    public Page withIcon(String changed) {
        return new Page(id, name, slug, title, description, changed, seo, published, role, inMenu, sections);
    }

    public Page withSeo(Seo changed) {
        return new Page(id, name, slug, title, description, icon, changed, published, role, inMenu, sections);
    }

    public Page withPublished(boolean changed) {
        return new Page(id, name, slug, title, description, icon, seo, changed, role, inMenu, sections);
    }

    public Page withRole(PageRole changed, boolean changedInMenu) {
        return new Page(id, name, slug, title, description, icon, seo, published, changed, changedInMenu, sections);
    }

    public Page withId(PageId changed) {
        return new Page(changed, name, slug, title, description, icon, seo, published, role, inMenu, sections);
    }
}
