package org.sitewright.ui.publish;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.ui.control.PageSnapshots;

/// Draws single pages as small pictures.
public record PagePictures(CanvasPage pages, CanvasServer server, PageSnapshots snapshots) {
    private static final int PAGE_WIDTH = 1200;

    /// @param mark differs when the site differs
    void request(Site site, int mark, PageId page, Size size, Consumer<Image> done) {
        String name = "publish/" + site.id() + "/" + page;
        String address = server.put(name, () -> pages.still(site, page));
        double scale = size.width() * size.density() / PAGE_WIDTH;
        int height = (int) Math.round(size.height() * PAGE_WIDTH / size.width());
        snapshots.request(
                new PageSnapshots.Request(name + "-" + mark + "-" + scale, address, PAGE_WIDTH, height, scale, done));
    }

    /// Forgets what is waiting.
    void clear() {
        snapshots.clear();
    }

    /// How large a picture is shown.
    ///
    /// @param density of the screen
    record Size(double width, double height, double density) {}
}
