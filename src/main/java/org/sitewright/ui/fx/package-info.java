/// Owns the way between plain Java and the screen: the one bridge to its thread, jobs with their state, places to go.
@NullMarked
package org.sitewright.ui.fx;

import org.jspecify.annotations.NullMarked;
