package org.sitewright.app.cli;

import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.Edits;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;

/// Changes a stored site with the editor's own commands, so that labels and rules are the same here and there.
final class SiteEditing {
    private final Workspace workspace;
    private final Account account;

    SiteEditing(Workspace workspace, Account account) {
        this.workspace = workspace;
        this.account = account;
    }

    SectionCommands commands() {
        return new SectionCommands(
                section -> workspace
                        .catalogue()
                        .kind(section.kind())
                        .map(SectionKind::name)
                        .orElse(section.kind()),
                workspace.ids());
    }

    /// Runs a command and stores what it changed.
    ///
    /// @return what was done, in words; empty when there was nothing to do
    Optional<String> run(Site site, Command command) {
        Optional<Transaction> done =
                command.on(new EditorState(site, Selection.of(site.home().id())));
        done.ifPresent(transaction -> {
            Site after = site;
            for (Edit edit : transaction.edits()) {
                after = Edits.apply(after, edit);
            }
            workspace.sites().save(after, change(account, transaction.label()));
        });
        return done.map(Transaction::label);
    }

    static Change change(Account account, String label) {
        return new Change(account.id(), label);
    }
}
