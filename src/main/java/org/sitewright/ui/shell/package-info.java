/// Owns the window: which screen is open, the side bar, the look.
@NullMarked
package org.sitewright.ui.shell;

import org.jspecify.annotations.NullMarked;
