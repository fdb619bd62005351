package org.sitewright.app.cli;

import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.edit.Transaction;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.site.json.FieldsJson;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "set", description = "Change one field of a section.")
final class SetCommand extends WorkspaceCommand {
    @Parameters(index = "0", paramLabel = "SITE", description = "An id, a slug or an unambiguous name.")
    private String wantedSite = "";

    @Parameters(
            index = "1",
            paramLabel = "PAGE",
            description = "An id, a slug or a name; “top” and “bottom” are shared.")
    private String wantedPage = "";

    @Parameters(index = "2", paramLabel = "SECTION", description = "An id, a number from 1, or a kind.")
    private String wantedSection = "";

    @Parameters(index = "3", paramLabel = "FIELD", description = "A path: title, or items.2.text.")
    private String field = "";

    @Parameters(
            index = "4",
            paramLabel = "VALUE",
            description = "Plain text, or JSON: a number, true, a picture, a link or a list.")
    private String text = "";

    SetCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        Lookup lookup = new Lookup(workspace, account);
        Site site = lookup.site(wantedSite);
        Section section = lookup.section(site, lookup.place(site, wantedPage), wantedSection);
        FieldPath path = path();
        Value value = new FieldValue(workspace, site).of(section, path, text);
        SiteEditing editing = new SiteEditing(workspace, account);
        try {
            String label = editing.run(
                            site, editing.commands().setField(section.id(), path, value, Transaction.Source.PANEL))
                    .orElse("");
            invocation()
                    .show(
                            Json.object()
                                    .put("section", section.id().toString())
                                    .put("field", field)
                                    .put("changed", !label.isEmpty())
                                    .set("value", FieldsJson.print(value)),
                            List.of(label.isEmpty() ? "It was that already." : "Changed: " + label + "."));
            return ExitCode.DONE;
        } catch (IllegalArgumentException nowhere) {
            throw noField();
        }
    }

    private FieldPath path() {
        try {
            return FieldPath.parse(field);
        } catch (IllegalArgumentException empty) {
            throw new Problem(
                    "SW-FIELD",
                    "“" + Lookup.shortened(field) + "” is not a field.",
                    "Write a path as title or items.2.text.");
        }
    }

    private NotHere noField() {
        return new NotHere(
                "There is nothing at “" + Lookup.shortened(field) + "”.",
                "“sitewright show --json” lists the fields and entries.");
    }
}
