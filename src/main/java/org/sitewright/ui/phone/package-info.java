/// Owns the box that shows a site on a phone in the same network. How the site is served is not known here.
@NullMarked
package org.sitewright.ui.phone;

import org.jspecify.annotations.NullMarked;
