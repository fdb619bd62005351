/// Owns the history screen: the time slider, the page as it was beside the page as it is, what differs, taking back.
/// Does not own the past itself (`history`).
@NullMarked
package org.sitewright.ui.history;

import org.jspecify.annotations.NullMarked;
