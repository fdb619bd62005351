/// Owns the past of a site: its moments in words, the site as it was at any of them, what differs between two, taking
/// back a part, and merging two copies. Does not own where the past is kept (`journal`, `storage`).
@NullMarked
package org.sitewright.history;

import org.jspecify.annotations.NullMarked;
