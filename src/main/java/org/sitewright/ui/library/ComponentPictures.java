package org.sitewright.ui.library;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentSite;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.ui.control.PageSnapshots;

/// Draws components as they look on a page, without their scripts.
public final class ComponentPictures {
    private static final int PAGE_WIDTH = 760;
    private static final String CENTRED =
            "<style>body{display:flex;flex-direction:column;min-height:100vh}#sw-body{margin-block:auto}</style></head>";

    private final LibraryServices services;

    public ComponentPictures(LibraryServices services) {
        this.services = services;
    }

    /// The theme that components are shown in where no site is open.
    Theme theme(boolean dark) {
        return services.drawing()
                .catalogue()
                .theme(Style.MODERN)
                .theme()
                .withMode(dark ? Theme.ColorMode.DARK : Theme.ColorMode.LIGHT);
    }

    /// @param width of the picture on the screen
    /// @param height of the picture, in which the component is centred
    public void draw(Component component, Theme theme, double width, double height, Consumer<Image> done) {
        LibraryServices.Drawing drawing = services.drawing();
        SiteComponent copy = SiteComponents.copy(component, false);
        Site site = ComponentSite.of(theme, copy);
        String name = "component/" + component.id() + "-" + Integer.toHexString(theme.hashCode());
        String address = drawing.server().put(name, () -> drawing.pages()
                .still(site, ComponentSite.PAGE, ComponentSite.section(copy))
                .replace("</head>", CENTRED));
        int page = (int) Math.ceil(height * PAGE_WIDTH / width);
        String key = name + "-" + page + "-" + Integer.toHexString(copy.hashCode());
        drawing.snapshots()
                .request(new PageSnapshots.Request(key, address, PAGE_WIDTH, page, 2 * width / PAGE_WIDTH, done));
    }
}
