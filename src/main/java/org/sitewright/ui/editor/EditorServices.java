package org.sitewright.ui.editor;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sitewright.edit.Editor;
import org.sitewright.edit.PastSteps;
import org.sitewright.library.Catalogue;
import org.sitewright.library.StarterReader;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// What editors are made from.
///
/// @param documents where sites are kept
/// @param screen what belongs to the window
public record EditorServices(Documents documents, Drawing drawing, Window screen, Beside beside) {
    /// What other parts of the program put beside the page.
    ///
    /// @param ways the other screens of a site
    /// @param search opens what finds everything
    /// @param phone shows a stored site on a phone
    /// @param shelf the components that a page can have
    public record Beside(
            List<EditorRail.Side> sides,
            Function<SiteId, List<EditorRail.Way>> ways,
            Runnable search,
            Consumer<SiteId> phone,
            Function<Editor, ComponentShelf> shelf) {
        public Beside {
            sides = List.copyOf(sides);
        }
    }

    /// Where what is edited is kept.
    ///
    /// @param past finds what could be undone when a site was closed last; reads the disk
    public record Documents(
            SiteRepository sites,
            Function<Site, PastSteps> past,
            MediaStore media,
            MediaLibrary library,
            MediaImport imports,
            Ids ids,
            Clock clock) {}

    /// What draws pages.
    public record Drawing(Catalogue catalogue, StarterReader samples, CanvasPage pages, CanvasServer server) {}

    /// The window that an editor is in.
    ///
    /// @param preview shows a stored site in the computer's browser
    /// @param pictures offers what the site's library has
    public record Window(
            Navigator navigator,
            Work work,
            Controls controls,
            PageSnapshots snapshots,
            Consumer<SiteId> preview,
            PictureChooser pictures) {}
}
