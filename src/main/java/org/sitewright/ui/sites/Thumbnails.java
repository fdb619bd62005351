package org.sitewright.ui.sites;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Work;

/// Draws home pages as small pictures.
///
/// @param pages writes the pages that are drawn
public record Thumbnails(
        SiteRepository sites, CanvasPage pages, CanvasServer server, PageSnapshots snapshots, Work work) {
    /// The layout's width, in CSS pixels.
    public static final int PAGE_WIDTH = 1200;

    /// The home page of a stored site; drawn anew after each edit.
    void of(SiteListing listing, int height, double scale, Consumer<Image> done) {
        String key = "site-" + listing.id() + "-" + listing.updatedAt() + "-" + scale;
        work.run(
                (progress, cancel) -> sites.find(listing.id()),
                found -> found.ifPresent(site -> draw(key, site, height, scale, done)),
                fault -> {});
    }

    /// The home page of a site that need not be stored.
    public void draw(String key, Site site, int height, double scale, Consumer<Image> done) {
        String address = server.put(
                "still/" + site.id(), () -> pages.still(site, site.home().id()));
        snapshots.request(new PageSnapshots.Request(key, address, PAGE_WIDTH, height, scale, done));
    }
}
