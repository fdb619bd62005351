package org.sitewright.ui.publish;

/// Which of two states of a page is meant.
enum Side {
    /// What visitors see now.
    BEFORE("Live now"),
    /// What they will see.
    AFTER("After publishing");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Side other() {
        return this == BEFORE ? AFTER : BEFORE;
    }
}
