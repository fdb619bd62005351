/// Tests of the component library's screens.
@NullMarked
package org.sitewright.ui.library;

import org.jspecify.annotations.NullMarked;
