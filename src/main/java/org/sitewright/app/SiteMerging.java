package org.sitewright.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.archive.ArchivedMoment;
import org.sitewright.history.Merged;
import org.sitewright.history.Moment;
import org.sitewright.history.SiteHistory;
import org.sitewright.history.SiteMerge;
import org.sitewright.history.SiteWords;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

/// Joins a site with a copy of it that comes in a project file: what both have since they parted is found by the
/// moments that both know. Where they know none in common, every difference is a choice.
public final class SiteMerging {
    private final SiteRepository sites;
    private final SiteHistory history;
    private final SiteMaker maker;
    private final SiteWords words;

    SiteMerging(SiteRepository sites, SiteHistory history, SiteMaker maker, SiteWords words) {
        this.sites = sites;
        this.history = history;
        this.maker = maker;
        this.words = words;
    }

    /// What joining would give; nothing is written.
    ///
    /// @param theirs the keys of the conflicts that the copy wins
    /// @throws Problem `SW-MERGE` when the file is no copy of the site
    public Merged look(SiteId id, ArchiveReader archive, Set<String> theirs) {
        Site mine = sites.find(id).orElseThrow(SiteMerging::gone);
        return merged(mine, archive, archive.site(), theirs);
    }

    /// What joining gives, with the copy's media taken in; the site is not written yet.
    public Merged joined(SiteId id, ArchiveReader archive, Set<String> theirs, UserId owner) {
        Site mine = sites.find(id).orElseThrow(SiteMerging::gone);
        Merged before = merged(mine, archive, archive.site(), theirs);
        Map<MediaId, MediaId> taken = maker.taken(archive, id, change(mine, owner));
        return new Merged(SiteMaker.named(before.site(), taken), before.conflicts());
    }

    /// Joins them, as one edit that can be undone.
    ///
    /// @return what was joined; its site is stored
    public Merged join(SiteId id, ArchiveReader archive, Set<String> theirs, UserId owner) {
        Merged merged = joined(id, archive, theirs, owner);
        sites.save(merged.site(), change(merged.site(), owner));
        return merged;
    }

    private static Change change(Site site, UserId owner) {
        return new Change(owner, "Merge of another copy of " + site.name());
    }

    private Merged merged(Site mine, ArchiveReader archive, Site other, Set<String> theirs) {
        if (!mine.id().equals(other.id())) {
            throw new Problem(
                    "SW-MERGE",
                    "This file holds another site, not a copy of “" + mine.name() + "”.",
                    "Import it as a site of its own.");
        }
        List<ArchivedMoment> here = history.moments(mine.id()).stream()
                .filter(Moment::isEdit)
                .map(moment -> new ArchivedMoment(moment.sequence(), moment.at(), moment.label(), Optional.empty()))
                .toList();
        Optional<Site> base = ArchivedMoment.common(here, archive.moments())
                .flatMap(common -> history.at(mine.id(), common.sequence()));
        return base.map(both -> SiteMerge.of(both, mine, other, words, theirs))
                .orElseGet(() -> SiteMerge.withoutBase(mine, other, words, theirs));
    }

    private static Problem gone() {
        return new Problem("SW-SITE-404", "This site is not here any more.", "Go back to the list of your sites.");
    }
}
