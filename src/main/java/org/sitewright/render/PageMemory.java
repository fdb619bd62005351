package org.sitewright.render;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;

/// What is known of the pages of the sites that were built last, here and on the disk. Safe from any thread.
final class PageMemory {
    /// How many sites are kept in memory; of others the disk knows.
    private static final int SITES = 3;

    private final BuildRecords records;

    private final Map<SiteId, Known> sites = new LinkedHashMap<>(SITES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SiteId, Known> eldest) {
            return size() > SITES;
        }
    };

    PageMemory(BuildRecords records) {
        this.records = records;
    }

    /// A page as it was built: the same page in the same frame gives the same file.
    ///
    /// @param sections what is in it
    record Kept(Page page, PageRecord record, SectionCensus sections) {}

    /// @param pages all that were built, in the order of the site
    private record Known(Frame frame, String frameHash, List<Kept> pages) {}

    /// What a build may use of the memory, for the site as it is now.
    Recall recall(Site site) {
        Known known;
        synchronized (sites) {
            known = sites.get(site.id());
        }
        Frame frame = Frame.of(site);
        if (known != null && known.frame.equals(frame)) {
            return new Recall(frame, known.frameHash, known.pages, Map.of());
        }
        Map<PageId, PageRecord> written = known == null ? records.read(site.id()) : new HashMap<>(records(known.pages));
        return new Recall(frame, frame.hash(), List.of(), written);
    }

    /// Keeps what was built; the disk is told when it is something else than before.
    ///
    /// @param pages all that were built, in the order of the site; not changed afterwards
    /// @param changed those records that are new or other than before
    void keep(SiteId site, Recall recall, List<Kept> pages, Map<PageId, PageRecord> changed) {
        synchronized (sites) {
            sites.put(site, new Known(recall.frame, recall.frameHash, pages));
        }
        if (!changed.isEmpty()) {
            records.write(site, records(pages), changed);
        }
    }

    /// The records by page, to be gone through: finding one takes as long.
    private static Map<PageId, PageRecord> records(List<Kept> pages) {
        return new AbstractMap<>() {
            @Override
            public Set<Map.Entry<PageId, PageRecord>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Map.Entry<PageId, PageRecord>> iterator() {
                        return pages.stream()
                                .map(kept -> Map.entry(kept.page.id(), kept.record))
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return pages.size();
                    }
                };
            }
        };
    }

    /// A page of a site that is being built.
    ///
    /// @param same the same page in the same frame, as it was built in this run of the program
    /// @param before what was remembered of it when it was built last; that of `same`, where it is the same
    /// @param sections what is in it; one object for all pages that have the same in them
    record Recalled(
            Page page, @Nullable Kept same, @Nullable PageRecord before, SectionCensus sections) {}

    /// @param frameHash of the frame
    /// @param kept pages that were built in this frame in this run of the program, in the order of the site
    /// @param written pages of other builds
    /// @param lists one of each list of classes, so that pages that have the same share it
    /// @param media the same for the pictures and files that pages show
    /// @param counts one of each census of sections
    record Recall(
            Frame frame,
            String frameHash,
            List<Kept> kept,
            Map<PageId, PageRecord> written,
            Map<List<String>, List<String>> lists,
            Map<Map<MediaId, String>, Map<MediaId, String>> media,
            Map<SectionCensus, SectionCensus> counts) {
        Recall(Frame frame, String frameHash, List<Kept> kept, Map<PageId, PageRecord> written) {
            this(
                    frame,
                    frameHash,
                    kept,
                    written,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }

        /// @param pages all that are built, in the order of the site: a frame says which these are, so that in the same
        ///     frame each has the place that it had
        List<Recalled> pages(List<Page> pages) {
            return IntStream.range(0, pages.size())
                    .mapToObj(at -> kept.isEmpty() ? other(pages.get(at)) : recalled(pages.get(at), kept.get(at)))
                    .toList();
        }

        private Recalled recalled(Page page, Kept before) {
            return isSame(before.page, page)
                    ? new Recalled(page, before, before.record, before.sections)
                    : new Recalled(page, null, before.record, sections(page));
        }

        private Recalled other(Page page) {
            return new Recalled(page, null, written.get(page.id()), sections(page));
        }

        private SectionCensus sections(Page page) {
            return counts.computeIfAbsent(SectionCensus.of(page.sections()), each -> each);
        }

        /// Pages are values that are not copied when nothing about them changes.
        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(Page kept, Page page) {
            return kept == page;
        }

        List<String> alike(List<String> list) {
            return lists.computeIfAbsent(list, each -> each);
        }

        Map<MediaId, String> alike(Map<MediaId, String> shown) {
            return media.computeIfAbsent(shown, each -> each);
        }

        /// A hash of all that drawing the page reads.
        String inputs(Page page) {
            return Hashes.of(frameHash + Json.write(SiteJson.printPage(page)));
        }
    }
}
