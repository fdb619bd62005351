/// Owns backups: what was kept elsewhere, when, and how long it stays.
/// Does not own the journal and the media that it copies.
@NullMarked
package org.sitewright.backup;

import org.jspecify.annotations.NullMarked;
