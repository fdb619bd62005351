/// Owns the bin's screen: what was deleted lately, and bringing it back. Does not own what is deleted (`history`).
@NullMarked
package org.sitewright.ui.bin;

import org.jspecify.annotations.NullMarked;
