/// Owns the box that finds everything: actions, pages, sections, sites and screens. What can be found is given to it.
@NullMarked
package org.sitewright.ui.palette;

import org.jspecify.annotations.NullMarked;
