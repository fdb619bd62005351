package org.sitewright.ui.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishPlan;
import org.sitewright.site.Site;

/// The files that a plan changes: pages in the order of the site, then what they use, then what goes.
final class PlanRows {
    private final ObservableList<PlanRow> rows = FXCollections.observableArrayList();
    private final Map<String, Integer> places = new HashMap<>();

    ObservableList<PlanRow> list() {
        return rows;
    }

    void clear() {
        rows.clear();
        places.clear();
    }

    void show(PublishPlan plan, Site site, PlanRow.State state) {
        PlanWords words = new PlanWords(site);
        List<PlanRow> made = new ArrayList<>();
        for (PlannedFile file : plan.files()) {
            if (file.change() != PlannedFile.Change.UNCHANGED) {
                made.add(words.row(file, state));
            }
        }
        made.sort(Comparator.comparing(PlanRow::goes)
                .thenComparing(PlanRow::kind)
                .thenComparingInt(row -> words.place(row.path()))
                .thenComparing(PlanRow::path));
        rows.setAll(made);
        places.clear();
        for (int i = 0; i < made.size(); i++) {
            places.put(made.get(i).path(), i);
        }
    }

    /// Sets the state of one file; a file that is not in the list is none of it.
    void mark(String path, PlanRow.State state) {
        Integer at = places.get(path);
        if (at != null && rows.get(at).state() != state) {
            rows.set(at, rows.get(at).in(state));
        }
    }

    /// After all was sent.
    ///
    /// @param deleted whether what the site no longer has was removed
    void finish(boolean deleted) {
        replace(row -> row.in(!row.goes() ? PlanRow.State.SENT : deleted ? PlanRow.State.GONE : PlanRow.State.LEFT));
    }

    /// After it ended early: what was on its way did not arrive for sure.
    void stop() {
        replace(row -> row.state() == PlanRow.State.SENDING ? row.in(PlanRow.State.NOT_SENT) : row);
    }

    private void replace(UnaryOperator<PlanRow> how) {
        for (int i = 0; i < rows.size(); i++) {
            PlanRow row = rows.get(i);
            PlanRow changed = how.apply(row);
            if (!changed.equals(row)) {
                rows.set(i, changed);
            }
        }
    }
}
