package org.sitewright.library.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.library.Component;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StructuredData;
import org.sitewright.site.Fields;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import tools.jackson.databind.node.JsonNodeFactory;

/// The components that a site carries, seen as its sections show them.
public final class SiteComponents {
    private SiteComponents() {}

    /// The component that a section shows; empty for other sections and where the component is gone.
    public static Optional<SiteComponent> of(Site site, Section section) {
        return section.kind().equals(Section.COMPONENT)
                ? id(section.variant()).flatMap(site::component)
                : Optional.empty();
    }

    /// The class of its outer element, by which its CSS is held.
    public static String scope(UUID component) {
        return "c-" + component.toString().substring(0, 8);
    }

    /// A component as a kind of section, so that panels show its fields as they show those of any section.
    public static SectionKind kind(SiteComponent component) {
        return new SectionKind(
                Section.COMPONENT,
                component.name(),
                "Components",
                "package",
                "",
                SectionKind.Placement.PAGE,
                List.of(new SectionKind.Variant(component.id().toString(), component.name())),
                SafeHtml.of(component.html()).fields(),
                StructuredData.NONE,
                JsonNodeFactory.instance.objectNode(),
                Path.of(""));
    }

    /// What its fields hold where a use changes nothing.
    public static Fields defaults(SiteComponent component) {
        return SafeHtml.of(component.html()).defaults();
    }

    /// The copy that a site carries.
    ///
    /// @param scripted whether a person has agreed that visitors run its script
    public static SiteComponent copy(Component component, boolean scripted) {
        return new SiteComponent(
                component.id(), component.name(), component.html(), component.css(), component.javascript(), scripted);
    }

    /// The site with its copy of a component renewed; empty when it has none or has it so already. A script that
    /// changed must be agreed to again.
    public static Optional<Site> renewed(Site site, Component component) {
        return site.component(component.id()).flatMap(old -> {
            boolean sameScript = old.javascript().equals(component.javascript());
            SiteComponent fresh = copy(component, old.scripted() && sameScript);
            if (fresh.equals(old)) {
                return Optional.empty();
            }
            List<SiteComponent> all = new ArrayList<>(site.parts().components());
            all.set(all.indexOf(old), fresh);
            return Optional.of(site.withParts(site.parts().withComponents(all)));
        });
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
