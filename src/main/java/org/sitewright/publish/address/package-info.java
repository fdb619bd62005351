/// Owns what the world sees of a site's address: its names, its certificate, the way to HTTPS and the network before
/// it. Knows the targets of publishing, and asks the network only through [org.sitewright.publish.address.Outside].
@NullMarked
package org.sitewright.publish.address;

import org.jspecify.annotations.NullMarked;
