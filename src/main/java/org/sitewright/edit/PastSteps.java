package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.Site;

/// What an editor could undo and redo when it was closed last, found again from what was saved: a change that says that
/// it undid another takes it off again.
///
/// @param undo newest first
/// @param redo the next one first
public record PastSteps(List<PastStep> undo, List<PastStep> redo) {
    public static final PastSteps NONE = new PastSteps(List.of(), List.of());

    private static final String UNDO = "Undo ";
    private static final String REDO = "Redo ";

    public PastSteps {
        undo = List.copyOf(undo);
        redo = List.copyOf(redo);
    }

    /// @param steps as they were saved, oldest first
    /// @param now the site that is open; where they do not lead to it, there is nothing to undo
    public static PastSteps of(List<PastStep> steps, Site now) {
        List<PastStep> undo = new ArrayList<>();
        List<PastStep> redo = new ArrayList<>();
        for (PastStep step : steps) {
            if (step.label().startsWith(UNDO) && undone(step.after(), undo, redo)) {
                continue;
            }
            if (step.label().startsWith(REDO) && redone(step.after(), undo, redo)) {
                continue;
            }
            undo.addFirst(step);
            redo.clear();
        }
        boolean leadsHere = !steps.isEmpty() && steps.getLast().after().equals(now);
        return leadsHere ? new PastSteps(undo, redo) : NONE;
    }

    /// Takes off what led away from a site that was come back to.
    private static boolean undone(Site site, List<PastStep> undo, List<PastStep> redo) {
        for (int i = 0; i < undo.size(); i++) {
            if (undo.get(i).before().equals(site)) {
                for (int taken = 0; taken <= i; taken++) {
                    redo.addFirst(undo.removeFirst());
                }
                return true;
            }
        }
        return false;
    }

    private static boolean redone(Site site, List<PastStep> undo, List<PastStep> redo) {
        for (int i = 0; i < redo.size(); i++) {
            if (redo.get(i).after().equals(site)) {
                for (int taken = 0; taken <= i; taken++) {
                    undo.addFirst(redo.removeFirst());
                }
                return true;
            }
        }
        return false;
    }
}
