/// Owns publishing into a folder of this computer. Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.folder;

import org.jspecify.annotations.NullMarked;
