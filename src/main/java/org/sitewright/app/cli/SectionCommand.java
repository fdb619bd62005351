package org.sitewright.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Edits;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StarterReader;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
        name = "section",
        description = "Add, move and remove sections.",
        subcommands = {SectionCommand.Add.class, SectionCommand.Move.class, SectionCommand.Remove.class})
final class SectionCommand extends GroupCommand {
    /// What the three have in common.
    abstract static class OnPage extends WorkspaceCommand {
        @Parameters(index = "0", paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
        private String wantedSite = "";

        @Parameters(
                index = "1",
                paramLabel = "PAGE",
                description = "An id, a slug or a name; “top” and “bottom” are shared by all pages.")
        private String wantedPage = "";

        OnPage(Invocation invocation) {
            super(invocation);
        }

        @Override
        final int run(Workspace workspace) {
            Account account = invocation().actor(workspace);
            Lookup lookup = new Lookup(workspace, account);
            Site site = lookup.site(wantedSite);
            return run(new Context(workspace, account, lookup, site, lookup.place(site, wantedPage)));
        }

        abstract int run(Context context);

        final int done(Context context, Section section, Command command) {
            String label = new SiteEditing(context.workspace(), context.account())
                    .run(context.site(), command)
                    .orElse("");
            invocation()
                    .show(
                            Json.object()
                                    .put("section", section.id().toString())
                                    .put("kind", section.kind())
                                    .put("variant", section.variant())
                                    .put("changed", !label.isEmpty()),
                            List.of(label.isEmpty() ? "Nothing changed." : label + " (" + section.id() + ")."));
            return ExitCode.DONE;
        }
    }

    /// Where a command works.
    record Context(Workspace workspace, Account account, Lookup lookup, Site site, Place place) {
        SiteEditing editing() {
            return new SiteEditing(workspace, account);
        }

        /// A place from 1 on the command line as one from 0, no further than the end.
        int at(int number, int last) {
            if (number < 1) {
                throw new Problem("SW-PLACE", "Places are counted from 1.", "Write --at 1 for the first.");
            }
            return Math.min(number - 1, last);
        }
    }

    @picocli.CommandLine.Command(name = "add", description = "Add a section with its sample content.")
    static final class Add extends OnPage {
        @Parameters(index = "2", paramLabel = "KIND", description = "A kind; “sitewright sections” lists them.")
        private String wantedKind = "";

        @Option(names = "--variant", paramLabel = "V", description = "The layout; else the first of the kind.")
        private String variant = "";

        @Option(names = "--at", paramLabel = "N", description = "The place from 1; else at the end.")
        private int at = Integer.MAX_VALUE;

        Add(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Context context) {
            Workspace workspace = context.workspace();
            SectionKind kind = workspace
                    .catalogue()
                    .kind(wantedKind)
                    .orElseThrow(() -> new NotHere(
                            "There is no section kind “" + Lookup.shortened(wantedKind) + "”.",
                            "See “sitewright sections”."));
            List<String> variants =
                    kind.variants().stream().map(SectionKind.Variant::name).toList();
            if (!variant.isEmpty() && !variants.contains(variant)) {
                throw new NotHere(
                        "“" + kind.kind() + "” has no variant “" + Lookup.shortened(variant) + "”.",
                        "It has: " + String.join(", ", variants) + ".");
            }
            Section section = new StarterReader(workspace.catalogue(), workspace.ids())
                    .sample(kind, variant, file -> take(context, file));
            int place = context.at(at, Edits.at(context.site(), context.place()).size());
            return done(context, section, context.editing().commands().insert(section, context.place(), place));
        }

        private static MediaId take(Context context, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                return context.workspace()
                        .mediaImport()
                        .add(
                                context.site().id(),
                                String.valueOf(file.getFileName()),
                                in,
                                "",
                                SiteEditing.change(context.account(), "Sample picture"))
                        .media();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    @picocli.CommandLine.Command(name = "move", description = "Move a section to another place or page.")
    static final class Move extends OnPage {
        @Parameters(index = "2", paramLabel = "SECTION", description = "An id, a number from 1, or a kind.")
        private String wanted = "";

        @Option(names = "--at", paramLabel = "N", required = true, description = "The new place, from 1.")
        private int at;

        @Option(names = "--to", paramLabel = "PAGE", description = "The page to move it to; else it stays on its own.")
        private String to = "";

        Move(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Context context) {
            Section section = context.lookup().section(context.site(), context.place(), wanted);
            Place place = to.isEmpty() ? context.place() : context.lookup().place(context.site(), to);
            int others = (int) Edits.at(context.site(), place).stream()
                    .filter(each -> !each.id().equals(section.id()))
                    .count();
            return done(
                    context, section, context.editing().commands().moveTo(section.id(), place, context.at(at, others)));
        }
    }

    @picocli.CommandLine.Command(name = "remove", description = "Remove a section.")
    static final class Remove extends OnPage {
        @Parameters(index = "2", paramLabel = "SECTION", description = "An id, a number from 1, or a kind.")
        private String wanted = "";

        Remove(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Context context) {
            Section section = context.lookup().section(context.site(), context.place(), wanted);
            return done(context, section, context.editing().commands().several().delete(List.of(section.id())));
        }
    }
}
