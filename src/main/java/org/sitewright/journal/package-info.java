/// Owns the journal: every change, in order, on the disk before it counts, each entry sealed with the hash of the one
/// before. Does not own the tables that a replay fills (`storage`).
@NullMarked
package org.sitewright.journal;

import org.jspecify.annotations.NullMarked;
