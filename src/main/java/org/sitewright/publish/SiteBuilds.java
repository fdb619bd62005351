package org.sitewright.publish;

import java.util.HashMap;
import java.util.Map;
import org.sitewright.publish.SiteMoments.Dated;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Builds sites for targets: as they are saved now, or as they were at a moment.
public final class SiteBuilds {
    private final SiteMoments moments;
    private final SiteRenderer renderer;

    /// A site as it was read, and its files as one target wants them.
    public record Build(Dated from, OutputTree tree) {
        public Map<String, String> pageNames() {
            return SiteBuilds.pageNames(from.site());
        }
    }

    public SiteBuilds(SiteMoments moments, SiteRenderer renderer) {
        this.moments = moments;
        this.renderer = renderer;
    }

    /// The names of the pages of a build by path.
    public static Map<String, String> pageNames(Site site) {
        Map<String, String> names = new HashMap<>();
        names.put("404.html", "Page not found");
        for (Page page : site.pages()) {
            if (site.isHome(page.id())) {
                names.put("index.html", page.name());
            } else if (page.isBuilt()) {
                names.put(page.slug() + "/index.html", page.name());
            }
        }
        return names;
    }

    /// The site as it is saved now.
    ///
    /// @throws Problem `SW-SITE-404` when it was deleted
    public Dated newest(SiteId site) {
        return moments.newest(site)
                .orElseThrow(() -> new Problem(
                        "SW-SITE-404", "This site was deleted.", "Bring it back from the home screen first."));
    }

    /// The site as it was at a moment.
    ///
    /// @throws Problem `SW-PUB-MOMENT` when that is not kept on this computer
    public Dated at(SiteId site, long sequence) {
        return moments.at(site, sequence)
                .orElseThrow(() -> new Problem(
                        "SW-PUB-MOMENT",
                        "The history on this computer does not reach back to what was published.",
                        "Publish to the staging place again, look at it, then promote it."));
    }

    public Build build(Dated from, Target target, Progress progress, CancelToken cancel) {
        return new Build(from, renderer.render(from.site(), TargetBuild.options(target), progress, cancel));
    }

    public Build newest(SiteId site, Target target, Progress progress, CancelToken cancel) {
        return build(newest(site), target, progress, cancel);
    }
}
