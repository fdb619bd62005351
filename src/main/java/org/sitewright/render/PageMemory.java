package org.sitewright.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    private record Known(Frame frame, String frameHash, Map<PageId, Kept> pages) {}

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
        Map<PageId, PageRecord> written = known == null ? records.read(site.id()) : records(known.pages);
        return new Recall(frame, frame.hash(), Map.of(), written);
    }

    /// Keeps what was built; the disk is told when it is something else than before.
    ///
    /// @param pages not changed afterwards
    void keep(SiteId site, Recall recall, Map<PageId, Kept> pages) {
        synchronized (sites) {
            sites.put(site, new Known(recall.frame, recall.frameHash, pages));
        }
        Map<PageId, PageRecord> changed = new HashMap<>();
        pages.forEach((id, kept) -> {
            PageRecord before = recall.before(id);
            if (before == null || !isSame(kept.record, before)) {
                changed.put(id, kept.record);
            }
        });
        if (!changed.isEmpty()) {
            records.write(site, records(pages), changed);
        }
    }

    @SuppressWarnings("ReferenceEquality") // Most are: comparing what is in them takes longer.
    private static boolean isSame(PageRecord kept, PageRecord before) {
        return kept == before || kept.equals(before);
    }

    private static Map<PageId, PageRecord> records(Map<PageId, Kept> pages) {
        Map<PageId, PageRecord> records = HashMap.newHashMap(pages.size());
        pages.forEach((id, kept) -> records.put(id, kept.record));
        return records;
    }

    /// @param frameHash of the frame
    /// @param kept pages that were built in this frame in this run of the program
    /// @param written pages of other builds
    /// @param lists one of each list of classes, so that pages that have the same share it
    /// @param counts one of each census of sections
    record Recall(
            Frame frame,
            String frameHash,
            Map<PageId, Kept> kept,
            Map<PageId, PageRecord> written,
            Map<List<String>, List<String>> lists,
            Map<SectionCensus, SectionCensus> counts) {
        Recall(Frame frame, String frameHash, Map<PageId, Kept> kept, Map<PageId, PageRecord> written) {
            this(frame, frameHash, kept, written, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        /// What is in the page; one object for all pages that have the same in them.
        SectionCensus sections(Page page) {
            Kept same = kept.get(page.id());
            return same != null && isSame(same.page, page)
                    ? same.sections
                    : counts.computeIfAbsent(SectionCensus.of(page.sections()), each -> each);
        }

        List<String> alike(List<String> list) {
            return lists.computeIfAbsent(list, each -> each);
        }

        /// A hash of all that drawing the page reads.
        String inputs(Page page) {
            Kept same = kept.get(page.id());
            return same != null && isSame(same.page, page)
                    ? same.record.inputs()
                    : Hashes.of(frameHash + Json.write(SiteJson.printPage(page)));
        }

        /// The record of the page where it was drawn from the same.
        Optional<PageRecord> of(Page page, String inputs) {
            return Optional.ofNullable(before(page.id()))
                    .filter(record -> record.inputs().equals(inputs));
        }

        @Nullable
        PageRecord before(PageId page) {
            Kept here = kept.get(page);
            return here == null ? written.get(page) : here.record;
        }

        /// Pages are values that are not copied when nothing about them changes.
        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(Page kept, Page page) {
            return kept == page;
        }
    }
}
