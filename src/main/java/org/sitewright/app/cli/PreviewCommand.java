package org.sitewright.app.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.sitewright.app.Workspace;
import org.sitewright.preview.PreviewServer;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "preview", description = "Show the site in a browser of this computer, until interrupted.")
final class PreviewCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--port", paramLabel = "N", description = "The port; else any free one.")
    private int port;

    @Option(names = "--lan", description = "Let other devices of the network see it too, at a path nobody can guess.")
    private boolean lan;

    PreviewCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Site site = new Lookup(workspace, invocation().actor(workspace)).site(wanted);
        OutputTree tree = workspace
                .renderer()
                .render(
                        site,
                        BuildOptions.WITHOUT_ADDRESS,
                        invocation().progress(),
                        invocation().cancel());
        try (PreviewServer server = lan
                ? PreviewServer.startSecret(() -> tree, port, new SecureRandom())
                : PreviewServer.start(() -> tree, port, PreviewServer.Reach.LOOPBACK)) {
            String address = (lan ? server.sharedAddress() : server.address()).toString();
            invocation().show(Json.object().put("address", address), List.of(address));
            invocation().say("Press Ctrl+C to end.");
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
    }
}
