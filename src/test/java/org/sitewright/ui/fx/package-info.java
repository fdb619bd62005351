/// Stands in for the screen in tests.
@NullMarked
package org.sitewright.ui.fx;

import org.jspecify.annotations.NullMarked;
