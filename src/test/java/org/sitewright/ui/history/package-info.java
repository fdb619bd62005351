/// Tests of the history screen without a toolkit.
@NullMarked
package org.sitewright.ui.history;

import org.jspecify.annotations.NullMarked;
