/// Owns the panel in which a person decides what machines read of a site. It knows nothing of how builds are made.
@NullMarked
package org.sitewright.ui.output;

import org.jspecify.annotations.NullMarked;
