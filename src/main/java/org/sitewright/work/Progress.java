package org.sitewright.work;

/// Where long work tells how far it is. Called from the thread that works; an implementation must be quick.
@FunctionalInterface
public interface Progress {
    /// Work that nobody watches.
    Progress NONE = (done, total, step) -> {};

    /// @param done units finished, from 0
    /// @param total units in all; 0 while that is not known
    /// @param step what is being done now, in the user's words
    void at(long done, long total, String step);
}
