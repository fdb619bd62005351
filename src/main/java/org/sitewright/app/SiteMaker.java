package org.sitewright.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.archive.ArchivedMoment;
import org.sitewright.history.SiteHistory;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Starter;
import org.sitewright.library.StarterReader;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.site.Brief;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteCopy;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.UserId;
import org.sitewright.storage.StoredSites;
import org.sitewright.work.Problem;

/// Makes new sites: from a starter, blank, as a copy, or out of a project file. Each is stored with its media when the
/// method returns.
public final class SiteMaker {
    private final Catalogue catalogue;
    private final StoredSites sites;
    private final SiteHistory history;
    private final Clock clock;
    private final MediaStore store;
    private final MediaLibrary library;
    private final MediaImport media;
    private final Ids ids;

    /// Where sites and their past are kept.
    record Kept(StoredSites sites, SiteHistory history, Clock clock) {}

    /// Where media are kept.
    record Media(MediaStore store, MediaLibrary library, MediaImport imports) {}

    SiteMaker(Catalogue catalogue, Kept kept, Media media, Ids ids) {
        this.catalogue = catalogue;
        this.sites = kept.sites();
        this.history = kept.history();
        this.clock = kept.clock();
        this.store = media.store();
        this.library = media.library();
        this.media = media.imports();
        this.ids = ids;
    }

    /// What a new site may be told beyond its name.
    public record Wishes(SiteType type, Theme theme) {}

    /// The theme that a style comes with.
    public Theme theme(Style style) {
        return catalogue.theme(style).theme();
    }

    public Site fromStarter(Starter starter, String name, UserId owner) {
        String checked = checkedName(name);
        Map<MediaId, Path> files = new LinkedHashMap<>();
        Site site = new StarterReader(catalogue, ids).read(starter, checked, owner, file -> {
            MediaId kept = keep(file);
            files.put(kept, file);
            return kept;
        });
        Change change = new Change(owner, "New site from " + starter.label());
        sites.create(site, change);
        Map<MediaId, MediaId> taken = new HashMap<>();
        files.forEach((id, file) -> taken.put(id, add(site.id(), file, starter.alt(file), change)));
        return renamed(site, taken, change);
    }

    /// A site with one empty page.
    public Site blank(String name, UserId owner, Wishes wishes) {
        Page home = new Page(new PageId(ids.next()), "Home", "home", "", "", "house", Seo.EMPTY, true, List.of());
        Site site = new Site(
                new SiteId(ids.next()),
                owner,
                checkedName(name),
                "",
                wishes.type(),
                Brief.EMPTY,
                "en",
                wishes.theme(),
                List.of(),
                List.of(home),
                List.of());
        sites.create(site, new Change(owner, "New site"));
        return site;
    }

    /// A site of its own with the content of another and all its media.
    ///
    /// @param label of the change
    public Site copy(Site site, String name, UserId owner, String label) {
        Site copy = SiteCopy.of(site, owner, checkedName(name), ids);
        Change change = new Change(owner, label);
        sites.create(copy, change);
        for (MediaItem item : library.list(site.id())) {
            MediaItem unused = library.add(item.in(copy.id()), change);
        }
        return copy;
    }

    /// The site of a project file. Where there was never a site of its id here, it keeps its id and, where the file has
    /// it, its history; else it becomes a site of its own.
    ///
    /// @throws Problem when the file is no project file or one of its media cannot be taken in
    public Site fromArchive(ArchiveReader archive, UserId owner) {
        Site found = archive.site();
        String name = checkedName(found.name());
        Change change = new Change(owner, "Import of " + name);
        boolean fresh = isNew(found, archive);
        Site wanted = fresh ? owned(found, owner) : SiteCopy.of(found, owner, name, ids);
        List<ArchivedMoment> past = new ArrayList<>();
        if (fresh) {
            archive.history(past::add);
        }
        Site first = past.isEmpty() ? wanted : owned(past.getFirst().site().orElseThrow(), owner);
        if (past.isEmpty()) {
            sites.create(first, change);
        } else {
            sites.create(first, new Change(owner, past.getFirst().label()), time(past.getFirst()));
        }
        try {
            Map<MediaId, MediaId> taken = taken(archive, first.id(), change);
            Site before = first;
            for (ArchivedMoment moment : past.subList(Math.min(1, past.size()), past.size())) {
                Site after = named(owned(moment.site().orElseThrow(), owner), taken);
                sites.save(after, new Change(owner, moment.label()), time(moment));
                before = after;
            }
            Site last = named(wanted, taken);
            if (!last.equals(before)) {
                sites.save(last, change);
            }
            return last;
        } catch (RuntimeException fault) {
            sites.delete(first.id(), change);
            throw fault;
        }
    }

    private boolean isNew(Site site, ArchiveReader archive) {
        boolean[] fresh = {history.moments(site.id()).isEmpty() && !sites.isOfAnother(site)};
        if (fresh[0]) {
            archive.history(moment -> fresh[0] &= moment.site()
                    .filter(then -> then.id().equals(site.id()) && !sites.isOfAnother(then))
                    .isPresent());
        }
        return fresh[0];
    }

    /// What comes from elsewhere was made before now, whatever its clock said.
    private Instant time(ArchivedMoment moment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = moment.at().truncatedTo(ChronoUnit.MICROS);
        return at.isAfter(now) ? now : at;
    }

    private static Site owned(Site site, UserId owner) {
        return new Site(
                site.id(),
                owner,
                site.name(),
                site.description(),
                site.type(),
                site.brief(),
                site.language(),
                site.theme(),
                site.top(),
                site.pages(),
                site.bottom(),
                site.parts());
    }

    /// Takes in the media of a project file as a stranger's files.
    ///
    /// @return what they are called here, by what they are called there
    Map<MediaId, MediaId> taken(ArchiveReader archive, SiteId site, Change change) {
        Map<MediaId, MediaId> taken = new HashMap<>();
        for (ArchiveReader.Medium medium : archive.media()) {
            try (InputStream in = archive.open(medium.media())) {
                taken.put(
                        medium.media(),
                        media.add(site, medium.fileName(), in, medium.alt(), change)
                                .media());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return taken;
    }

    /// The site with its media as they are called here.
    static Site named(Site site, Map<MediaId, MediaId> taken) {
        return SiteCopy.withMedia(site, id -> taken.getOrDefault(id, id));
    }

    /// Cleaning a file on the way in may have changed its bytes and with them its name.
    private Site renamed(Site site, Map<MediaId, MediaId> taken, Change change) {
        if (taken.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()))) {
            return site;
        }
        Site same = SiteCopy.withMedia(site, id -> taken.getOrDefault(id, id));
        sites.save(same, change);
        return same;
    }

    private static String checkedName(String name) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > Site.LONGEST_NAME) {
            throw new Problem(
                    "SW-SITE-NAME",
                    shown.isEmpty() ? "The name is empty." : "This name is too long.",
                    "Write a name of up to " + Site.LONGEST_NAME + " characters.");
        }
        return shown;
    }

    private MediaId keep(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return store.put(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private MediaId add(SiteId site, Path file, String alt, Change change) {
        try (InputStream in = Files.newInputStream(file)) {
            return media.add(site, String.valueOf(file.getFileName()), in, alt, change)
                    .media();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
