/// Owns publishing to servers that speak SFTP over SSH: sign-in, the server's key, sessions and files.
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.sftp;

import org.jspecify.annotations.NullMarked;
