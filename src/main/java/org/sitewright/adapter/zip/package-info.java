/// Owns publishing into one zip file of this computer.
/// Knows nothing of sites, nor of folders and servers.
@NullMarked
package org.sitewright.adapter.zip;

import org.jspecify.annotations.NullMarked;
