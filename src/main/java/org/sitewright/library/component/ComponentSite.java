package org.sitewright.library.component;

import java.util.List;
import java.util.UUID;
import org.sitewright.site.Brief;
import org.sitewright.site.Fields;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteParts;
import org.sitewright.site.SiteType;
import org.sitewright.site.Theme;
import org.sitewright.site.UserId;

/// A site of one page with nothing on it but a component, to look at it.
public final class ComponentSite {
    public static final PageId PAGE = new PageId(new UUID(0, 0xc0));
    private static final UserId NOBODY = new UserId(new UUID(0, 0));
    private static final SiteId SITE = new SiteId(new UUID(0, 0xc0));

    private ComponentSite() {}

    public static Section section(SiteComponent component) {
        return new Section(
                new SectionId(component.id()), Section.COMPONENT, component.id().toString(), Fields.EMPTY, "", false);
    }

    public static Site of(Theme theme, SiteComponent component) {
        Page page = new Page(
                PAGE,
                component.name(),
                "component",
                component.name(),
                "",
                "",
                Seo.EMPTY,
                true,
                List.of(section(component)));
        return new Site(
                SITE,
                NOBODY,
                component.name(),
                "",
                SiteType.WEBSITE,
                Brief.EMPTY,
                "en",
                theme,
                List.of(),
                List.of(page),
                List.of(),
                SiteParts.NONE.withComponents(List.of(component)));
    }
}
