/// Owns the publish screen: where to, what will change, progress and history.
@NullMarked
package org.sitewright.ui.publish;

import org.jspecify.annotations.NullMarked;
