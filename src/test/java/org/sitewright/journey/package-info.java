/// Drives the real window as a user would, on JavaFX's platform without a display.
@NullMarked
package org.sitewright.journey;

import org.jspecify.annotations.NullMarked;
