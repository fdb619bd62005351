package org.sitewright.site;

import java.util.List;

/// What a site holds beside its pages.
///
/// @param menu the entries of the navigation; empty to list the pages as they are
/// @param components those that its sections of kind [Section#COMPONENT] show
/// @param output what machines are given to read
public record SiteParts(
        List<MenuItem> menu,
        List<Redirect> redirects,
        List<Form> forms,
        List<SiteComponent> components,
        OutputChoices output) {
    public static final SiteParts NONE = new SiteParts(List.of(), List.of(), List.of(), List.of());

    public SiteParts {
        menu = List.copyOf(menu);
        redirects = List.copyOf(redirects);
        forms = List.copyOf(forms);
        components = List.copyOf(components);
    }

    public SiteParts(List<MenuItem> menu, List<Redirect> redirects, List<Form> forms, List<SiteComponent> components) {
        this(menu, redirects, forms, components, OutputChoices.DEFAULT);
    }

    public SiteParts withMenu(List<MenuItem> changed) {
        return new SiteParts(changed, redirects, forms, components, output);
    }

    public SiteParts withRedirects(List<Redirect> changed) {
        return new SiteParts(menu, changed, forms, components, output);
    }

    public SiteParts withForms(List<Form> changed) {
        return new SiteParts(menu, redirects, changed, components, output);
    }

    public SiteParts withComponents(List<SiteComponent> changed) {
        return new SiteParts(menu, redirects, forms, changed, output);
    }

    public SiteParts withOutput(OutputChoices changed) {
        return new SiteParts(menu, redirects, forms, components, changed);
    }
}
