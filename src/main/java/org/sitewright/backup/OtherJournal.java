package org.sitewright.backup;

import java.util.List;
import org.sitewright.work.Problem;

/// The journal that lies at a place under this device's name is not the one that is here: the data folder was copied to
/// a second computer, or put back from an older image of the disk, and both go on. Neither may add to what the other
/// has written, since changes of two histories in one journal cannot be brought back. So this one takes a new name.
final class OtherJournal extends Problem {
    static final String TAKEN = "Under this computer's name there are changes at the place that were not made here, as"
            + " after a data folder was copied or put back. It goes on under a new name; nothing that is there is lost.";

    OtherJournal() {
        super("SW-BACKUP-TWIN", TAKEN, "Back up again.");
    }

    /// @param parts of this device, as they lie there
    /// @param newest the newest change that is here
    static void check(List<Names.Part> parts, Index index, long newest) {
        for (Names.Part part : parts) {
            if (part.last() > newest || !index.isFromHere(part.name(), part.size())) {
                throw new OtherJournal();
            }
        }
    }
}
