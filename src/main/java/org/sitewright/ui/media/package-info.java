/// Owns the screen of a site's pictures and files, and the chooser that other screens open. How media are kept, made
/// small or cleaned is not its matter.
@NullMarked
package org.sitewright.ui.media;

import org.jspecify.annotations.NullMarked;
