package org.sitewright.app.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.CatalogueWords;
import org.sitewright.app.Workspace;
import org.sitewright.history.Moment;
import org.sitewright.history.TakeBack;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;

/// Brings a site back to a moment of its own history, as an ordinary edit, or as a site of its own.
final class MomentRestore {
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final Invocation invocation;
    private final Workspace workspace;
    private final ZoneId zone = ZoneId.systemDefault();

    MomentRestore(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    /// @param at a time, or empty
    /// @param sequence a number of the history, or 0
    /// @param asNew the name of a new site, or empty to change this one
    int run(String wanted, String at, long sequence, String asNew) {
        Account account = invocation.actor(workspace);
        Site now = new Lookup(workspace, account).site(wanted);
        Moment moment = moment(now, at, sequence);
        Site then = workspace
                .history()
                .at(now.id(), moment.sequence())
                .orElseThrow(() -> new NotHere("The site was not there yet.", "See “sitewright history”."));
        String when = LABEL.format(moment.at().atZone(zone));
        if (!asNew.isEmpty()) {
            Site made =
                    workspace.siteMaker().copy(then, asNew, account.id(), "New site from the history of " + now.name());
            invocation.show(
                    Json.object()
                            .put("id", made.id().toString())
                            .put("name", made.name())
                            .put("seq", moment.sequence()),
                    List.of("Made “" + made.name() + "” (" + made.id() + ") as of " + when + "."));
            return ExitCode.DONE;
        }
        TakeBack back = new TakeBack(then, when, new CatalogueWords(workspace.catalogue()));
        Optional<String> done = new SiteEditing(workspace, account).run(now, back.everything());
        invocation.show(
                Json.object()
                        .put("id", now.id().toString())
                        .put("seq", moment.sequence())
                        .put("changed", done.isPresent()),
                List.of(
                        done.isPresent()
                                ? "“" + now.name() + "” is as of " + when + " again. That is an edit: it can be undone."
                                : "“" + now.name() + "” is the same now as it was then."));
        return ExitCode.DONE;
    }

    private Moment moment(Site site, String at, long sequence) {
        List<Moment> moments = workspace.history().moments(site.id());
        Instant until = at.isEmpty() ? Instant.MAX : Times.parse(at, LocalTime.MAX, zone);
        return moments.reversed().stream()
                .filter(each -> sequence == 0 || each.sequence() == sequence)
                .filter(each -> !each.at().isAfter(until))
                .findFirst()
                .orElseThrow(() -> new NotHere(
                        sequence == 0
                                ? "The site was not there yet at that time."
                                : "The site has no change number " + sequence + ".",
                        "See “sitewright history”."));
    }
}
