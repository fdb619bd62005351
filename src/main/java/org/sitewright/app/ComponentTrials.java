package org.sitewright.app;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentSite;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.preview.PreviewServer;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Site;
import org.sitewright.site.Style;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.shell.ShellView;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Shows components with their scripts running, each on a page of its own that a browser opens. A browser ends a page
/// that hangs; a web view of the program could not.
final class ComponentTrials implements AutoCloseable {
    private final Workspace workspace;
    private final Map<UUID, PreviewServer> servers = new ConcurrentHashMap<>();
    private final Map<UUID, Component> wanted = new ConcurrentHashMap<>();

    ComponentTrials(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Opens one in the browser and offers to stop it.
    void tryOut(Component component, ShellView shell, Work work) {
        work.<String>run(
                (progress, cancel) -> show(component),
                address -> {
                    shell.browse(address);
                    shell.tell(
                            "The script runs in your browser. Should the page hang, close it there.",
                            "Stop",
                            () -> stop(component, shell, work));
                },
                shell::tell);
    }

    private void stop(Component component, ShellView shell, Work work) {
        work.<Boolean>run(
                (progress, cancel) -> {
                    stop(component);
                    return true;
                },
                done -> shell.tell("The page with the script is not served any more"),
                shell::tell);
    }

    /// @return the address to open
    String show(Component component) {
        wanted.put(component.id(), component);
        return servers.computeIfAbsent(
                        component.id(), id -> PreviewServer.start(() -> build(id), 0, PreviewServer.Reach.LOOPBACK))
                .address()
                .toString();
    }

    /// Takes the page off again: a browser that asks for it anew gets nothing.
    void stop(Component component) {
        wanted.remove(component.id());
        PreviewServer server = servers.remove(component.id());
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close() {
        servers.values().forEach(PreviewServer::close);
        servers.clear();
    }

    private OutputTree build(UUID id) {
        Component component = wanted.get(id);
        if (component == null) {
            throw new IllegalStateException("nobody asked for " + id);
        }
        Site site = ComponentSite.of(
                workspace.catalogue().theme(Style.MODERN).theme(), SiteComponents.copy(component, true));
        return workspace.renderer().render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }
}
