package org.sitewright.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Reading;
import org.sitewright.backup.Restore;
import org.sitewright.backup.Restored;
import org.sitewright.backup.ScratchStores;
import org.sitewright.media.MediaItem;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteCopy;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Brings one site of a backup into an open workspace. Its media are here and whole before anything of it is shown.
public final class SiteRestore {
    private final Workspace workspace;
    private final Reading reading;
    private final Path scratch;

    /// @param scratch a folder that is not there yet; the caller removes it
    public SiteRestore(Workspace workspace, Reading reading, Path scratch) {
        this.workspace = workspace;
        this.reading = reading;
        this.scratch = scratch;
    }

    /// A site as it was.
    public record Found(Site site, List<MediaItem> media, Restored moment) {
        public Found {
            media = List.copyOf(media);
        }
    }

    /// Finds a site at a moment by id, slug or name, and brings its media here.
    ///
    /// @param wanted an id, a slug or a name
    /// @throws Problem `SW-RESTORE-404` when the moment has no such site
    public Found find(Choice choice, UserId owner, String wanted, Progress progress, CancelToken cancel) {
        Restored moment = new Restore(reading, workspace.scratchStores()).store(scratch, choice, progress, cancel);
        try (ScratchStores.Scratch opened = workspace.scratchStores().open(scratch)) {
            SiteListing listing = opened.sites().list(owner).stream()
                    .filter(each -> isNamed(each, wanted))
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            "SW-RESTORE-404",
                            "There was no site “" + wanted + "” at that moment.",
                            "Choose another moment, or name the site by its id."));
            Site site = opened.sites().find(listing.id()).orElseThrow();
            List<MediaItem> media = opened.media().list(site.id());
            Set<MediaId> needed =
                    media.stream().map(MediaItem::media).collect(Collectors.toCollection(LinkedHashSet::new));
            Choice same = new Choice(moment.device(), moment.sequence(), null);
            new Restore(reading, workspace.scratchStores())
                    .media(needed, same, workspace.mediaStore(), progress, cancel);
            return new Found(site, media, moment);
        }
    }

    private static boolean isNamed(SiteListing site, String wanted) {
        return site.id().toString().equals(wanted)
                || org.sitewright.text.Slug.of(site.name(), "").equals(wanted)
                || site.name().equalsIgnoreCase(wanted);
    }

    /// Adds it as a site of its own beside what is here.
    ///
    /// @param name empty for its own with the moment behind it
    public Site beside(Found found, UserId owner, String name) {
        String time = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                .withZone(ZoneId.systemDefault())
                .format(found.moment().at());
        String named = name.isBlank() ? shortened(found.site().name()) + " (" + time + ")" : name;
        Site copy = SiteCopy.of(found.site(), owner, named, workspace.ids());
        Change change = new Change(owner, "Restored " + found.site().name() + " as of " + time);
        workspace.sites().create(copy, change);
        try {
            addMedia(copy.id(), found.media(), change);
        } catch (RuntimeException fault) {
            takeBack(copy.id(), change, fault);
            throw fault;
        }
        return copy;
    }

    /// A site without some of its pictures is not what was asked for.
    private void takeBack(SiteId id, Change change, RuntimeException fault) {
        try {
            workspace.sites().delete(id, change);
        } catch (RuntimeException stays) {
            fault.addSuppressed(stays);
        }
    }

    private static String shortened(String name) {
        return name.length() <= Site.LONGEST_NAME - 20 ? name : name.substring(0, Site.LONGEST_NAME - 20);
    }

    /// Makes the site that is here what it was. What it is now goes into the bin as a copy.
    public Site replace(Found found, UserId owner) {
        SiteId id = found.site().id();
        Change change = new Change(owner, "Restored " + found.site().name());
        Site now = workspace.sites().find(id).orElse(null);
        if (now == null) {
            if (workspace.sites().list(owner).stream()
                    .anyMatch(each -> each.id().equals(id))) {
                throw new IllegalStateException("a listed site cannot be found: " + id);
            }
            return revive(found, owner, change);
        }
        Site kept = SiteCopy.of(now, owner, shortened(now.name()) + " (before restore)", workspace.ids());
        workspace.sites().create(kept, change);
        addMedia(kept.id(), workspace.mediaLibrary().list(id), change);
        workspace.sites().delete(kept.id(), change);
        workspace.sites().save(found.site(), change);
        addMedia(id, found.media(), change);
        return found.site();
    }

    /// One that is in the bin comes out of it first; one that was never here is made.
    private Site revive(Found found, UserId owner, Change change) {
        try {
            workspace.sites().restore(found.site().id(), change);
            workspace.sites().save(found.site(), change);
            addMedia(found.site().id(), found.media(), change);
            return found.site();
        } catch (Problem neverHere) {
            return beside(found, owner, found.site().name());
        }
    }

    private void addMedia(SiteId site, List<MediaItem> media, Change change) {
        for (MediaItem item : media) {
            MediaItem unused = workspace
                    .mediaLibrary()
                    .add(
                            new MediaItem(
                                    site,
                                    item.media(),
                                    item.fileName(),
                                    item.contentType(),
                                    item.width(),
                                    item.height(),
                                    item.alt(),
                                    item.size(),
                                    item.createdAt(),
                                    item.focal()),
                            change);
        }
    }

    /// Removes a scratch folder.
    public static void remove(Path scratch) {
        WorkspaceRestore.remove(scratch);
    }
}
