/// Owns publishing to WebDAV servers (RFC 4918).
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.webdav;

import org.jspecify.annotations.NullMarked;
