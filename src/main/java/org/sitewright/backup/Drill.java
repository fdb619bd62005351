package org.sitewright.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaStore;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Proves a restore: brings everything back into a scratch folder and compares it, row by row and page by page, with
/// what is here.
final class Drill {
    private final LiveStore live;
    private final SiteRepository sites;
    private final MediaStore media;
    private final ScratchStores stores;
    private final Rendering rendering;

    Drill(LiveStore live, SiteRepository sites, MediaStore media, ScratchStores stores, Rendering rendering) {
        this.live = live;
        this.sites = sites;
        this.media = media;
        this.stores = stores;
        this.rendering = rendering;
    }

    /// How it went.
    ///
    /// @param fault empty when all came back equal
    record Result(int sites, long rows, long files, long bytes, String fault) {}

    /// What is here now; to be taken before what is new is sent.
    record Here(Digests digests, List<Site> sites) {}

    Here here() {
        Digests digests = Digests.of(live);
        List<Site> found = new ArrayList<>();
        for (SiteId id : siteIds(digests)) {
            sites.find(id).ifPresent(found::add);
        }
        return new Here(digests, found);
    }

    private static Set<SiteId> siteIds(Digests digests) {
        Set<SiteId> ids = new LinkedHashSet<>();
        digests.rows().keySet().stream()
                .filter(key -> key.startsWith("projects "))
                .forEach(key -> ids.add(new SiteId(UUID.fromString(key.substring("projects ".length())))));
        return ids;
    }

    /// @param scratch a folder that is not there yet; left behind for the caller to remove
    Result run(Here here, Reading reading, String device, Path scratch, Progress progress, CancelToken cancel) {
        Choice choice = new Choice(device, here.digests().position().sequence(), null);
        Restored restored = new Restore(reading, stores).workspace(scratch, choice, progress, cancel);
        progress.at(0, 0, "Comparing");
        int pages = 0;
        try (ScratchStores.Scratch opened = stores.open(scratch)) {
            Digests back = Digests.of(opened.live());
            String difference = here.digests().difference(back);
            MediaStore backMedia = new FolderMediaStore(scratch.resolve("media"));
            for (Site site : here.sites()) {
                cancel.check();
                progress.at(pages++, here.sites().size(), "Drawing " + site.name());
                Site other = opened.sites().find(site.id()).orElse(null);
                if (difference.isEmpty() && other == null) {
                    difference = "the site " + site.name() + " is missing";
                }
                if (difference.isEmpty()
                        && other != null
                        && other.equals(site)
                        && !rendering.fingerprint(site, media).equals(rendering.fingerprint(other, backMedia))) {
                    difference = "the pages of " + site.name() + " look different";
                }
            }
            return new Result(
                    here.sites().size(), here.digests().rows().size(), restored.files(), restored.bytes(), difference);
        }
    }
}
