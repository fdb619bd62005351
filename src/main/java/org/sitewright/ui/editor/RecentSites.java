package org.sitewright.ui.editor;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;

/// The sites that were worked on last, as a menu that leads to them.
final class RecentSites {
    private static final int SHOWN = 7;

    private final EditorServices services;
    private final SiteId open;
    private final List<MenuItem> items;

    RecentSites(EditorServices services, SiteId open, List<MenuItem> items) {
        this.services = services;
        this.open = open;
        this.items = items;
        show(List.of());
    }

    void load() {
        var user = services.screen().navigator().user();
        services.screen()
                .work()
                .<List<SiteListing>>run(
                        (progress, cancel) -> services.documents().sites().list(user),
                        this::show,
                        services.screen().navigator()::tell);
    }

    private void show(List<SiteListing> sites) {
        Navigator navigator = services.screen().navigator();
        MenuItem all = new MenuItem("All sites");
        all.setGraphic(services.screen().controls().icons().of("layout-grid"));
        all.setOnAction(event -> navigator.open(new Destination.Sites()));
        items.clear();
        items.add(all);
        List<SiteListing> others = sites.stream()
                .filter(site -> !site.id().equals(open) && site.status() != SiteStatus.ARCHIVED)
                .limit(SHOWN)
                .toList();
        if (!others.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (SiteListing site : others) {
            MenuItem item = new MenuItem(site.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> navigator.open(new Destination.Editor(site.id())));
            items.add(item);
        }
    }
}
