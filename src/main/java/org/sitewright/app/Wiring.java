package org.sitewright.app;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Past;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.library.SectionKind;
import org.sitewright.library.Starter;
import org.sitewright.library.StarterReader;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaSweep;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.render.CanvasRenderer;
import org.sitewright.site.MediaId;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.UserId;
import org.sitewright.ui.account.AccountView;
import org.sitewright.ui.account.FirstRunStage;
import org.sitewright.ui.activity.ActivityPorts;
import org.sitewright.ui.activity.ActivityView;
import org.sitewright.ui.backup.BackupWindow;
import org.sitewright.ui.backup.BackupsView;
import org.sitewright.ui.bin.BinView;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Icons;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.editor.EditorServices;
import org.sitewright.ui.editor.EditorView;
import org.sitewright.ui.editor.PictureChooser;
import org.sitewright.ui.forms.FormPreview;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.history.HistoryPorts;
import org.sitewright.ui.history.HistoryView;
import org.sitewright.ui.history.HistoryWindow;
import org.sitewright.ui.library.ComponentsView;
import org.sitewright.ui.library.LibraryServices;
import org.sitewright.ui.media.MediaView;
import org.sitewright.ui.media.MediaWindow;
import org.sitewright.ui.palette.CommandPalette;
import org.sitewright.ui.phone.PhonePreview;
import org.sitewright.ui.publish.PagePictures;
import org.sitewright.ui.publish.PublishPorts;
import org.sitewright.ui.publish.PublishSessions;
import org.sitewright.ui.publish.PublishView;
import org.sitewright.ui.publish.PublishWindow;
import org.sitewright.ui.shell.ShellView;
import org.sitewright.ui.sites.NewSiteView;
import org.sitewright.ui.sites.SitesView;
import org.sitewright.ui.sites.Thumbnails;
import org.sitewright.work.Jobs;
import org.sitewright.work.Problem;

/// Puts the window together on an open workspace: the one place that knows how screens get what they need.
public final class Wiring implements AutoCloseable {
    private static final int JOBS = 32;

    private final Workspace workspace;
    private final Jobs jobs = new Jobs(JOBS);
    private final Work work = new Work(jobs, FxThread.EXECUTOR);
    private final CanvasServer server;
    private final CanvasPage pages;
    private final PageSnapshots snapshots = new PageSnapshots();
    private final Look look;
    private final Controls controls;
    private final SignInGate gate;
    private final HomeActions home;
    private final ShellView shell;
    private final CommandPalette palette;
    private final PhonePreview phone;
    private final PublishSessions sessions = new PublishSessions();
    private final ComponentTrials trials;
    private final BackupDesk desk;
    private final BackupRounds rounds;
    private final DueRounds due;

    /// @param browser opens an address in the computer's browser
    public Wiring(Workspace workspace, Look look, Consumer<String> browser) {
        this.workspace = workspace;
        this.look = look;
        this.server = CanvasServer.start(workspace.catalogue(), workspace.canvasPictures(), new SecureRandom());
        this.pages = new CanvasPage(new CanvasRenderer(workspace.catalogue()), server);
        this.controls = new Controls(new Icons(workspace.catalogue()));
        this.gate = new SignInGate(workspace);
        this.home = new HomeActions(workspace);
        this.trials = new ComponentTrials(workspace);
        this.desk = new BackupDesk(workspace, gate);
        this.rounds = new BackupRounds(workspace, gate, desk);
        this.due = new DueRounds(workspace, gate, news -> FxThread.run(() -> tell(news)));
        this.shell = new ShellView(controls, look, snapshots, this::make, browser);
        this.palette = new CommandPalette(
                shell.root(), controls, new FindableThings(workspace, shell, look, work), this::hasOtherUseForKeys);
        this.phone = new PhonePreview(shell.root(), controls, shell, work, home::share);
        shell.keychain(gate, work);
        shell.remember(new AccountLooks(workspace.accountRepository(), workspace.clock()), work);
    }

    public ShellView shell() {
        return shell;
    }

    /// Nothing is found before somebody is signed in; a text of a page uses the keys for links.
    private boolean hasOtherUseForKeys() {
        return !shell.isSignedIn() || (shell.screen() instanceof EditorView editor && editor.isWriting());
    }

    Jobs jobs() {
        return jobs;
    }

    /// Writes what is open, then ends everything that runs.
    @Override
    public void close() {
        due.close();
        rounds.close();
        home.close();
        trials.close();
        jobs.close();
        server.close();
        gate.lock();
    }

    private void make(Destination destination, Consumer<Screen> ready) {
        switch (destination) {
            case Destination.SignIn signIn -> ready.accept(account());
            case Destination.Sites sites -> ready.accept(sites());
            case Destination.NewSite fresh -> {
                NewSiteView view = new NewSiteView(workspace.catalogue(), home, thumbnails(), controls, shell, work);
                view.begin(fresh.from());
                ready.accept(view);
            }
            case Destination.Editor editor ->
                withSite(editor.site(), found -> ready.accept(editor(found, editor.spot())));
            case Destination.Components components ->
                ready.accept(new ComponentsView(library(), Optional.ofNullable(components.component())));
            case Destination.Media media -> withSite(media.site(), found -> ready.accept(media(found)));
            case Destination.Activity activity -> ready.accept(activity());
            case Destination.Bin bin ->
                ready.accept(new BinView(workspace.bin(), shell, work, controls, workspace.clock()));
            case Destination.History history -> withSite(history.site(), found -> ready.accept(history(found)));
            case Destination.Backups backups ->
                ready.accept(new BackupsView(desk, new BackupWindow(shell, work, controls, pages::parts, server)));
            case Destination.Publish publish -> withSite(publish.site(), found -> ready.accept(publish(found)));
        }
    }

    private Screen account() {
        gate.lock();
        FirstRunStage stage = new FirstRunStage(controls);
        List<String> names = List.of("photographer", "bakery", "society");
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            workspace.catalogue().starter(names.get(i)).ifPresent(starter -> show(starter, at, stage));
        }
        return new AccountView(gate, work, controls, look, stage.node(), shell::signedIn);
    }

    private void show(Starter starter, int at, FirstRunStage stage) {
        work.<Site>run(
                (progress, cancel) -> home.look(starter, new UserId(new java.util.UUID(0, 0))),
                site -> thumbnails().draw("first-" + starter.name(), site, 1600, 0.7, image -> stage.show(at, image)),
                shell::tell);
    }

    private Screen sites() {
        return new SitesView(
                workspace.sites(),
                home,
                thumbnails(),
                controls,
                new SitesView.HomeWindow(shell, work, workspace.clock()));
    }

    private Screen editor(Found found, Destination.Editor.@Nullable Spot spot) {
        EditorView view = new EditorView(
                found.site(),
                found.listing(),
                new EditorServices(
                        new EditorServices.Documents(
                                workspace.sites(),
                                new Past(workspace.history())::of,
                                workspace.mediaStore(),
                                workspace.mediaLibrary(),
                                workspace.mediaImport(),
                                workspace.ids(),
                                workspace.clock()),
                        new EditorServices.Drawing(
                                workspace.catalogue(),
                                new StarterReader(workspace.catalogue(), workspace.ids()),
                                pages,
                                server),
                        new EditorServices.Window(
                                shell, work, controls, snapshots, this::preview, new LibraryPictures()),
                        new BesideThePage(
                                        workspace,
                                        controls,
                                        shell,
                                        work,
                                        new FormPreview.Drawing(pages, server, snapshots),
                                        library())
                                .made(palette::open, phone::show)));
        if (spot != null) {
            PageId page =
                    Objects.requireNonNullElse(spot.page(), found.site().home().id());
            if (spot.section() == null) {
                view.show(page);
            } else {
                view.show(page, spot.section());
            }
        }
        return view;
    }

    private LibraryServices library() {
        return new LibraryServices(
                workspace.components(),
                new LibraryServices.Drawing(workspace.catalogue(), pages, server, snapshots),
                new LibraryServices.Window(
                        shell,
                        work,
                        controls,
                        () -> look.darkProperty().get(),
                        component -> trials.tryOut(component, shell, work)));
    }

    private Screen media(Found found) {
        return new MediaView(found.site(), workspace.mediaPorts(this::draw), mediaWindow());
    }

    private MediaWindow mediaWindow() {
        return new MediaWindow(
                shell,
                work,
                controls,
                kind -> workspace.catalogue().kind(kind).map(SectionKind::name).orElse(kind));
    }

    /// The site's own library, shown over the editor.
    private final class LibraryPictures implements PictureChooser {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void choose(SiteId site, Consumer<MediaItem> chosen) {
            new org.sitewright.ui.media.PictureChooser(
                            shell.root(), workspace.mediaPorts(Wiring.this::draw), mediaWindow())
                    .choose(site, chosen);
        }
    }

    private void preview(SiteId site) {
        work.<String>run((progress, cancel) -> home.preview(site), shell::browse, shell::tell);
    }

    private Screen publish(Found found) {
        PublishPorts ports = new PublishPorts(
                workspace.sites(),
                workspace.siteBuilds(),
                new PublishPorts.Places(
                        workspace.targets(),
                        workspace.openTargets(gate::vault),
                        new SignedInKeys(gate),
                        workspace.ids(),
                        workspace.addresses(),
                        workspace.schedules()),
                workspace.publisher(),
                workspace.deployments(),
                workspace.clock());
        PagePictures pictures = new PagePictures(server, snapshots);
        return new PublishView(found.site(), ports, new PublishWindow(shell, work, controls, pictures, sessions));
    }

    private void tell(DueRounds.News news) {
        sessions.publishedByItself();
        if (!news.words().isEmpty()) {
            shell.tell(
                    news.words(),
                    "Look",
                    () -> shell.open(new Destination.Publish(news.scheduled().site())));
        }
    }

    private Screen activity() {
        UserId user = shell.user();
        ActivityPorts ports = new ActivityPorts(
                workspace.auditLog(),
                workspace::checkChain,
                new ActivityPorts.Names(workspace::people, () -> workspace.siteNames(user)),
                workspace.clock(),
                ZoneId.systemDefault());
        return new ActivityView(ports, shell, work, controls);
    }

    /// Looks in the background whether every record is whole, and lets go of what was deleted long ago. After a crash
    /// the database is compared with the journal as well.
    public void tidy() {
        work.<JournalVerdict>run(
                (progress, cancel) -> {
                    workspace.bin().prune();
                    JournalVerdict verdict = workspace.checkChain();
                    if (!(verdict instanceof JournalVerdict.Damaged)) {
                        // A damaged record may not name all that it should.
                        MediaSweep.Swept unused = workspace.sweepMedia(cancel);
                    }
                    return verdict;
                },
                verdict -> {
                    if (verdict instanceof JournalVerdict.Damaged(List<String> places)) {
                        shell.tell(
                                "The record of what was done is damaged: " + places.getFirst(),
                                "Look",
                                () -> shell.open(new Destination.Activity()));
                    }
                },
                shell::tell);
        if (!workspace.endedInOrder()) {
            work.<List<String>>run((progress, cancel) -> workspace.verify(), this::tellDifferences, shell::tell);
        }
    }

    private void tellDifferences(List<String> faults) {
        faults.stream()
                .filter(fault -> fault.startsWith("Database"))
                .findFirst()
                .ifPresent(fault -> shell.tell(fault
                        + " Close Sitewright and start it again: the database is rebuilt from the journal then."));
    }

    private Screen history(Found found) {
        HistoryPorts ports = new HistoryPorts(
                workspace.history(),
                workspace.sites(),
                pages::parts,
                new CatalogueWords(workspace.catalogue()),
                new HistoryPorts.Around(
                        workspace::people,
                        (site, name) -> home.asNewSite(site, name, shell.user()),
                        workspace.clock(),
                        ZoneId.systemDefault()),
                new FileCopies(workspace));
        return new HistoryView(found.site(), ports, new HistoryWindow(shell, work, controls, server));
    }

    private void draw(MediaId media, Consumer<Image> drawn) {
        server.picture(media)
                .filter(picture -> !picture.url().isEmpty())
                .ifPresent(picture -> snapshots.request(new PageSnapshots.Request(
                        "drawing-" + media,
                        server.put("drawing-" + media, () -> PageSnapshots.alone(picture.url())),
                        240,
                        240,
                        1,
                        drawn)));
    }

    private record Found(Site site, SiteListing listing) {}

    private void withSite(SiteId id, Consumer<Found> then) {
        work.<Found>run(
                (progress, cancel) -> {
                    Site site = workspace.sites().find(id).orElseThrow(Wiring::gone);
                    SiteListing listing = workspace.sites().listing(id).orElseThrow(Wiring::gone);
                    return new Found(site, listing);
                },
                then,
                shell::tell);
    }

    private static Problem gone() {
        return new Problem("SW-SITE-404", "This site is not here any more.", "Go back to the list of your sites.");
    }

    private Thumbnails thumbnails() {
        return new Thumbnails(workspace.sites(), pages, server, snapshots, work);
    }
}
