package org.sitewright.ui.backup;

import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The window that the screen of backups is in.
///
/// @param pages draws pages of sites
/// @param server serves what the web view loads
public record BackupWindow(Navigator navigator, Work work, Controls controls, Pages pages, CanvasServer server) {
    /// Writes what a web view shows. Called on any thread.
    @FunctionalInterface
    public interface Pages {
        CanvasPage.Parts draw(Site site, PageId page);
    }
}
