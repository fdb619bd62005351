/// Owns text in its own right: slugs and escaping. Knows nothing of sites, files or screens.
@NullMarked
package org.sitewright.text;

import org.jspecify.annotations.NullMarked;
