/// Owns publishing to servers that speak FTP over TLS (RFC 4217).
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.ftps;

import org.jspecify.annotations.NullMarked;
