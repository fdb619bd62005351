package org.sitewright.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.edit.PastStep;
import org.sitewright.edit.PastSteps;
import org.sitewright.edit.Selection;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// Finds again what could be undone when a site was closed.
public final class Past {
    /// How many steps are found again.
    public static final int MOST = 300;

    private final SiteHistory history;

    public Past(SiteHistory history) {
        this.history = history;
    }

    /// Reads the disk.
    ///
    /// @param now the site as it was opened
    public PastSteps of(Site now) {
        List<Moment> moments = history.moments(now.id());
        List<Moment> edits = moments.stream().filter(Moment::isEdit).toList();
        int end = edits.size();
        // What was saved after the site was read is no step before it.
        while (end > 0 && end > edits.size() - 20 && !isAt(now, edits.get(end - 1))) {
            end--;
        }
        int start = Math.max(0, end - MOST - 1);
        List<PastStep> steps = new ArrayList<>();
        Optional<Site> before = Optional.empty();
        for (Moment moment : edits.subList(start, end)) {
            Optional<Site> after = history.at(now.id(), moment.sequence());
            if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                steps.add(new PastStep(moment.label(), before.get(), after.get(), selection(moment, after.get())));
            }
            before = after;
        }
        return PastSteps.of(steps, now);
    }

    private boolean isAt(Site now, Moment moment) {
        return history.at(now.id(), moment.sequence()).filter(now::equals).isPresent();
    }

    private static Selection selection(Moment moment, Site site) {
        Optional<SectionId> section = moment.touched().sections().stream()
                .filter(id -> site.section(id).isPresent())
                .findFirst();
        PageId page = moment.touched().pages().stream()
                .filter(id -> site.page(id).isPresent())
                .findFirst()
                .orElse(site.home().id());
        return section.map(found -> Selection.of(page, found)).orElse(Selection.of(page));
    }
}
