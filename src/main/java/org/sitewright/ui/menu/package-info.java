/// The menu of the open site and the old addresses that lead to its pages.
/// How menus look is for the header's templates.
@NullMarked
package org.sitewright.ui.menu;

import org.jspecify.annotations.NullMarked;
