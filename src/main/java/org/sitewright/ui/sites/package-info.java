/// Owns the home screen and the making of new sites.
@NullMarked
package org.sitewright.ui.sites;

import org.jspecify.annotations.NullMarked;
