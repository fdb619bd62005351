package org.sitewright.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.control.Since;
import org.sitewright.ui.editor.EditorView;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Destination.NewSite.Beginning;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.palette.PaletteEntry;
import org.sitewright.ui.palette.PaletteEntry.Group;
import org.sitewright.ui.palette.PaletteSource;
import org.sitewright.ui.publish.PublishView;
import org.sitewright.ui.shell.ShellView;

/// What the palette finds: the places of the program, the sites, and whatever the open editor has.
final class FindableThings implements PaletteSource {
    private final Workspace workspace;
    private final ShellView shell;
    private final Look look;
    private final Work work;

    FindableThings(Workspace workspace, ShellView shell, Look look, Work work) {
        this.workspace = workspace;
        this.shell = shell;
        this.look = look;
        this.work = work;
    }

    @Override
    public void collect(Consumer<List<PaletteEntry>> found) {
        EditorThings editor =
                shell.screen() instanceof EditorView view ? new EditorThings(view, workspace.catalogue()) : null;
        if (editor != null) {
            found.accept(editor.all());
        }
        if (shell.screen() instanceof PublishView view) {
            found.accept(actions(view.actions()));
        }
        found.accept(places());
        var user = shell.user();
        Destination here = shell.place();
        work.<List<SiteListing>>run(
                (progress, cancel) -> workspace.sites().list(user),
                sites -> found.accept(sites(sites, here)),
                shell::tell);
        if (editor != null) {
            Site site = editor.site();
            PageId page = editor.page();
            work.<List<PaletteEntry>>run((progress, cancel) -> editor.sections(site, page), found, shell::tell);
            work.<List<PaletteEntry>>run(
                    (progress, cancel) ->
                            editor.media(site, workspace.mediaLibrary().list(site.id())),
                    found,
                    shell::tell);
        }
    }

    private static List<PaletteEntry> actions(Actions actions) {
        return actions.all().stream()
                .filter(action -> action.enabled().get())
                .map(EditorThings::entry)
                .toList();
    }

    /// The sites, and what can be opened of each; of the one that is open first, and not where one is already.
    private List<PaletteEntry> sites(List<SiteListing> sites, Destination here) {
        List<PaletteEntry> all = new ArrayList<>();
        SiteId open = here.about().orElse(null);
        List<SiteListing> order = new ArrayList<>(sites);
        order.sort(Comparator.comparing(site -> !site.id().equals(open)));
        for (SiteListing site : order) {
            if (!(here instanceof Destination.Editor && site.id().equals(open))) {
                all.add(site(site));
            }
            all.addAll(places(site, here));
        }
        return all;
    }

    private record Way(String kind, String words, String detail, String icon, Destination to) {}

    private List<PaletteEntry> places(SiteListing site, Destination here) {
        SiteId id = site.id();
        return Stream.of(
                        new Way("publish", "Publish ", "", "cloud-upload", new Destination.Publish(id)),
                        new Way(
                                "history",
                                "History of ",
                                "Every edit, and what it changed",
                                "history",
                                new Destination.History(id)),
                        new Way("media", "Media of ", "Pictures and files", "images", new Destination.Media(id)))
                .filter(way -> !way.to().equals(here))
                .map(way -> place(way.kind() + "/" + id, way.words() + site.name(), way.detail(), way.icon(), way.to()))
                .toList();
    }

    private PaletteEntry site(SiteListing site) {
        String when = Since.words(site.updatedAt(), workspace.clock().instant(), ZoneId.systemDefault());
        String detail = site.status() == SiteStatus.ARCHIVED ? "Archived" : "Site, changed " + when;
        return PaletteEntry.of(
                "site/" + site.id(),
                Group.SITE,
                site.name(),
                detail,
                "panels-top-left",
                () -> shell.open(new Destination.Editor(site.id())));
    }

    private List<PaletteEntry> places() {
        List<PaletteEntry> all = new ArrayList<>();
        all.add(place("sites", "All sites", "", "layout-grid", new Destination.Sites()));
        all.add(place(
                "new", "New site from a starter", "", "layout-template", new Destination.NewSite(Beginning.STARTER)));
        all.add(place("blank", "New empty site", "", "file-plus", new Destination.NewSite(Beginning.BLANK)));
        all.add(place("import", "Import a site", "", "download", new Destination.NewSite(Beginning.IMPORT)));
        all.add(place("activity", "Activity", "Everything that was done", "scroll-text", new Destination.Activity()));
        all.add(place("bin", "Bin", "What was deleted", "trash-2", new Destination.Bin()));
        all.add(look("Light appearance", "sun", Look.Choice.LIGHT));
        all.add(look("Dark appearance", "moon", Look.Choice.DARK));
        all.add(look("Appearance of the system", "sun-moon", Look.Choice.SYSTEM));
        return all;
    }

    private PaletteEntry place(String id, String label, String detail, String icon, Destination destination) {
        return PaletteEntry.of("place/" + id, Group.PLACE, label, detail, icon, () -> shell.open(destination));
    }

    private PaletteEntry look(String label, String icon, Look.Choice choice) {
        Runnable change = () -> look.choiceProperty().set(choice);
        return PaletteEntry.of("look/" + choice, Group.PLACE, label, "Light and dark", icon, change)
                .withLook(change);
    }
}
