/// Owns the screen of backups: whether a restore is proven, what was kept, bringing back a moment, and the set-up.
/// Does not own how backups are made.
@NullMarked
package org.sitewright.ui.backup;

import org.jspecify.annotations.NullMarked;
