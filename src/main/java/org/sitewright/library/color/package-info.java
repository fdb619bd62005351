/// Owns colour: OKLCH, contrast, and palettes solved from a seed. Knows nothing of pages.
@NullMarked
package org.sitewright.library.color;

import org.jspecify.annotations.NullMarked;
