package org.sitewright.ui.editor;

import java.util.List;
import org.sitewright.edit.Selection;
import org.sitewright.site.SectionId;

/// How sections become chosen one after another or together, in the order in which they stand.
final class Choosing {
    private Choosing() {}

    /// From the first that is chosen to another one, that one last.
    static Selection range(Selection now, List<SectionId> order, SectionId to) {
        int first = now.sections().isEmpty() ? -1 : order.indexOf(now.sections().getFirst());
        int last = order.indexOf(to);
        if (first < 0 || last < 0) {
            return Selection.of(now.page(), to);
        }
        List<SectionId> between = order.subList(Math.min(first, last), Math.max(first, last) + 1);
        return new Selection(now.page(), first <= last ? between : between.reversed());
    }

    /// The next (1) or previous (-1) one; the same as now where there is none.
    ///
    /// @param extend whether those that are chosen stay so
    static Selection step(Selection now, List<SectionId> order, int by, boolean extend) {
        int at = now.section().map(order::indexOf).orElse(by > 0 ? -1 : order.size());
        int next = Math.clamp(at + (long) by, 0, Math.max(0, order.size() - 1));
        if (order.isEmpty() || next == at) {
            return now;
        }
        if (!extend) {
            return Selection.of(now.page(), order.get(next));
        }
        return now.has(order.get(next))
                ? now.toggled(order.get(at)).toggled(order.get(next)).toggled(order.get(next))
                : now.toggled(order.get(next));
    }
}
