package org.sitewright.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.media.MediaItem;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "media",
        description = "The pictures and files of a site.",
        subcommands = {MediaCommand.Add.class, MediaCommand.All.class})
final class MediaCommand extends GroupCommand {
    @Command(name = "add", description = "Add pictures or files to a site's library.")
    static final class Add extends WorkspaceCommand {
        @Parameters(index = "0", paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
        private String wanted = "";

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "FILE",
                description = "JPEG, PNG, WebP, GIF, SVG, MP4, WebM or PDF.")
        private List<Path> files = List.of();

        @Option(names = "--alt", paramLabel = "TEXT", description = "What a reader says who cannot see the picture.")
        private String alt = "";

        Add(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            Account account = invocation().actor(workspace);
            SiteId site = new Lookup(workspace, account).listing(wanted).id();
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Path file : files) {
                MediaItem item = add(workspace, account, site, file);
                array.add(print(item));
                lines.add(item.media() + "  " + item.fileName());
            }
            invocation().show(array, lines);
            return ExitCode.DONE;
        }

        private MediaItem add(Workspace workspace, Account account, SiteId site, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                String name = String.valueOf(file.getFileName());
                return workspace.mediaImport().add(site, name, in, alt, SiteEditing.change(account, "Added " + name));
            } catch (IOException fault) {
                throw new NotHere("The file " + file + " cannot be read.", "Check its name, and that you may read it.");
            }
        }
    }

    @Command(name = "list", description = "List a site's pictures and files, last added first.")
    static final class All extends WorkspaceCommand {
        @Parameters(paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
        private String wanted = "";

        All(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            SiteId site = new Lookup(workspace, invocation().actor(workspace))
                    .listing(wanted)
                    .id();
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (MediaItem item : workspace.mediaLibrary().list(site)) {
                array.add(print(item));
                lines.add(item.media() + "  " + item.fileName() + "  " + item.contentType() + "  " + item.width() + "×"
                        + item.height() + "  " + item.size() + " bytes");
            }
            invocation().show(array, lines);
            return ExitCode.DONE;
        }
    }

    private static ObjectNode print(MediaItem item) {
        return Json.object()
                .put("media", item.media().sha256())
                .put("fileName", item.fileName())
                .put("contentType", item.contentType())
                .put("width", item.width())
                .put("height", item.height())
                .put("alt", item.alt())
                .put("size", item.size());
    }
}
