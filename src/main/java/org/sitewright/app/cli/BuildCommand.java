package org.sitewright.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sitewright.app.Workspace;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.HostForm;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "build", description = "Write the static files: exactly what would be published, and nothing else.")
final class BuildCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wanted = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write into.")
    private Path out = Path.of("");

    @Option(names = "--clean", description = "Remove whatever else is in the folder.")
    private boolean clean;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where visitors will find it, for sitemap and cards; else where it was published last.")
    private String address = "";

    @Option(
            names = "--for",
            paramLabel = "HOST",
            description = "Whose files for redirects, caching and headers to add: ${COMPLETION-CANDIDATES}.")
    private Host host = Host.any;

    @Option(
            names = "--no-minify",
            description = "Leave styles, scripts and components with their comments and lines, whatever the site says.")
    private boolean unminified;

    /// Hosts that read rules from a file of the site.
    enum Host {
        any,
        netlify,
        cloudflare,
        apache,
        vercel;

        HostForm form() {
            return switch (this) {
                case any -> HostForm.NONE;
                case netlify, cloudflare -> HostForm.HEADERS_FILE;
                case apache -> HostForm.HTACCESS;
                case vercel -> HostForm.VERCEL;
            };
        }
    }

    BuildCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Lookup lookup = new Lookup(workspace, invocation().actor(workspace));
        Site saved = lookup.site(wanted);
        Site site = unminified ? readable(saved) : saved;
        String url = address.isEmpty() ? lookup.listing(site.id().toString()).publishedUrl() : address;
        long start = System.nanoTime();
        OutputTree tree = workspace
                .renderer()
                .render(
                        site,
                        BuildOptions.at(url, host.form()),
                        invocation().progress(),
                        invocation().cancel());
        OutputFolder.Written written = workspace
                .outputFolder(out)
                .write(tree, clean, invocation().progress(), invocation().cancel());
        long millis = (System.nanoTime() - start) / 1_000_000;
        int pages = (int) site.pages().stream().filter(Page::published).count();
        invocation()
                .show(
                        Json.object()
                                .put("pages", pages)
                                .put("rendered", tree.work().drawn())
                                .put("reused", tree.work().reused())
                                .put("files", tree.count())
                                .put("bytes", tree.size())
                                .put("written", written.written())
                                .put("unchanged", written.unchanged())
                                .put("removed", written.removed())
                                .put("milliseconds", millis),
                        List.of(String.format(
                                Locale.ROOT,
                                "%d pages (%d rendered, %d reused), %d files (%d written, %d unchanged, %d removed), %,d bytes, %.2f s",
                                pages,
                                tree.work().drawn(),
                                tree.work().reused(),
                                tree.count(),
                                written.written(),
                                written.unchanged(),
                                written.removed(),
                                tree.size(),
                                millis / 1000.0)));
        return ExitCode.DONE;
    }

    private static Site readable(Site site) {
        return site.withParts(site.parts().withOutput(site.parts().output().withReadable(true)));
    }
}
