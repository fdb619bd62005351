package org.sitewright.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.library.Starter;
import org.sitewright.library.StarterReader;
import org.sitewright.preview.PreviewServer;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputTree;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.UserId;
import org.sitewright.ui.phone.PhonePreview;
import org.sitewright.ui.sites.SiteActions;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// What the home screen does with whole sites, on an open workspace.
final class HomeActions implements SiteActions, AutoCloseable {
    private final Workspace workspace;
    private final Map<SiteId, PreviewServer> previews = new ConcurrentHashMap<>();
    private final Set<PreviewServer> shared = ConcurrentHashMap.newKeySet();
    private final Map<String, Site> looks = new ConcurrentHashMap<>();

    HomeActions(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Map<SiteId, Instant> planned(UserId owner) {
        Map<SiteId, Instant> next = new HashMap<>();
        workspace.schedules().list(owner).stream()
                .filter(each -> each.state() == ScheduledPublish.State.WAITING)
                .forEach(each -> next.putIfAbsent(each.site(), each.due()));
        return next;
    }

    @Override
    public Site fromStarter(Starter starter, String name, UserId owner) {
        return workspace.siteMaker().fromStarter(starter, name, owner);
    }

    @Override
    public Site blank(String name, UserId owner, SiteType type, Style style) {
        SiteMaker maker = workspace.siteMaker();
        return maker.blank(name, owner, new SiteMaker.Wishes(type, maker.theme(style)));
    }

    @Override
    public Site fromFile(Path file, UserId owner) {
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            return workspace.siteMaker().fromArchive(archive, owner);
        }
    }

    @Override
    public Site duplicate(SiteId id, UserId owner) {
        Site site = site(id);
        String name = site.name() + " copy";
        String fitting = name.length() > Site.LONGEST_NAME ? site.name() : name;
        return workspace.siteMaker().copy(site, fitting, owner, "Duplicate of " + site.name());
    }

    /// Makes a site of its own out of a moment of another.
    SiteId asNewSite(Site site, String name, UserId owner) {
        return workspace
                .siteMaker()
                .copy(site, name, owner, "New site from the history of " + site.name())
                .id();
    }

    @Override
    public Site look(Starter starter, UserId owner) {
        return looks.computeIfAbsent(starter.name(), name -> new StarterReader(workspace.catalogue(), workspace.ids())
                .read(starter, starter.label(), owner, this::keep));
    }

    @Override
    public String preview(SiteId id) {
        PreviewServer server = previews.computeIfAbsent(
                id, each -> PreviewServer.start(() -> build(each), 0, PreviewServer.Reach.LOOPBACK));
        return server.address().toString();
    }

    /// Lets the network see a site as it is stored, until it is stopped.
    PhonePreview.Shared share(SiteId id) {
        PreviewServer server = PreviewServer.startSecret(() -> build(id), 0, new SecureRandom());
        shared.add(server);
        Optional<URI> address = PreviewServer.isInNetwork() ? Optional.of(server.sharedAddress()) : Optional.empty();
        return new PhonePreview.Shared(address, () -> {
            shared.remove(server);
            server.close();
        });
    }

    @Override
    public void close() {
        shared.forEach(PreviewServer::close);
        previews.values().forEach(PreviewServer::close);
        previews.clear();
    }

    private OutputTree build(SiteId id) {
        return workspace.renderer().render(site(id), BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }

    private Site site(SiteId id) {
        return workspace
                .sites()
                .find(id)
                .orElseThrow(() -> new Problem(
                        "SW-SITE-404", "This site is not here any more.", "Go back to the list of your sites."));
    }

    private MediaId keep(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return workspace.mediaStore().put(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
