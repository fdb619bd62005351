package org.sitewright.ui.publish;

import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.site.PageId;

/// One line of the list of changes, which becomes the list of progress.
///
/// @param page the page that the file is, when the site has it
record PlanRow(
        String path,
        Kind kind,
        Words words,
        Change change,
        long bytes,
        @Nullable PageId page,
        State state) {

    /// @param title the name of the page or file
    /// @param detail why it is sent
    record Words(String title, String detail) {}

    enum Kind {
        PAGE("file-text"),
        PICTURE("image"),
        STYLE("file-code"),
        FONT("type"),
        OTHER("file");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    enum State {
        PLANNED(""),
        WAITING("Waiting"),
        SENDING("Sending"),
        SENT("Sent"),
        NOT_SENT("Not sent"),
        GONE("Removed"),
        LEFT("Left there");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    PlanRow in(State changed) {
        return new PlanRow(path, kind, words, change, bytes, page, changed);
    }

    /// Why there is no picture of one side.
    String absent(Side side) {
        return switch (side) {
            case BEFORE -> change == Change.NEW ? "not yet" : "no earlier version";
            case AFTER -> goes() ? "goes" : "cannot be shown";
        };
    }

    boolean goes() {
        return change == Change.REMOVED;
    }
}
