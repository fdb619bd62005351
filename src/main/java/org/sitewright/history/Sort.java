package org.sitewright.history;

/// How something came to differ.
public enum Sort {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED
}
