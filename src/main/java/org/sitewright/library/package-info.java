/// Owns the catalogue read from the assets folder: section kinds with their schemas, themes, fonts, icons and starters.
@NullMarked
package org.sitewright.library;

import org.jspecify.annotations.NullMarked;
