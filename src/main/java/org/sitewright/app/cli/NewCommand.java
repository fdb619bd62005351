package org.sitewright.app.cli;

import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.SiteMaker;
import org.sitewright.app.Workspace;
import org.sitewright.library.Starter;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new", description = "Make a new site.")
final class NewCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "NAME", description = "What the site is called.")
    private String name = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Beginning beginning = new Beginning();

    @Option(names = "--type", paramLabel = "TYPE", description = "website or app. Default: website.")
    private SiteType type = SiteType.WEBSITE;

    @Option(names = "--style", paramLabel = "STYLE", description = "Modern, Minimal or Premium; for blank sites.")
    private Style style = Style.MODERN;

    @Option(
            names = "--color",
            paramLabel = "COLOR",
            description = "The colour that the palette is made from, as #0a7 or #00aa77; else the style's own.")
    private String color = "";

    /// What a site begins with.
    static final class Beginning {
        @Option(names = "--starter", paramLabel = "S", description = "Begin from this example; see “starters”.")
        private String starter = "";

        @Option(names = "--blank", description = "Begin with one empty page.")
        private boolean blank;
    }

    NewCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        SiteMaker maker = workspace.siteMaker();
        Site site = beginning.blank
                ? maker.blank(name, account.id(), new SiteMaker.Wishes(type, theme(maker.theme(style))))
                : fromStarter(workspace, maker, account);
        invocation()
                .show(
                        Json.object()
                                .put("id", site.id().toString())
                                .put("name", site.name())
                                .put("pages", site.pages().size()),
                        List.of("Made “" + site.name() + "” (" + site.id() + ")."));
        return ExitCode.DONE;
    }

    private Site fromStarter(Workspace workspace, SiteMaker maker, Account account) {
        Starter starter = workspace
                .catalogue()
                .starter(beginning.starter)
                .orElseThrow(() -> new NotHere(
                        "There is no starter “" + Lookup.shortened(beginning.starter) + "”.",
                        "There are: "
                                + String.join(
                                        ", ",
                                        workspace.catalogue().starters().stream()
                                                .map(Starter::name)
                                                .toList())
                                + "."));
        Theme wished = color.isEmpty() ? null : theme(maker.theme(starter.style()));
        Site site = maker.fromStarter(starter, name, account.id());
        if (wished == null) {
            return site;
        }
        Site coloured = site.withTheme(site.theme().withSeed(wished.seed()));
        workspace.sites().save(coloured, SiteEditing.change(account, "Colour"));
        return coloured;
    }

    private Theme theme(Theme preset) {
        if (color.isEmpty()) {
            return preset;
        }
        if (!color.matches("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")) {
            throw new Problem(
                    "SW-COLOR",
                    "“" + Lookup.shortened(color) + "” is not a colour.",
                    "Write it as #0a7 or #00aa77, in quotes.");
        }
        String digits = color.replace("#", "");
        return preset.withSeed("#" + (digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits));
    }
}
