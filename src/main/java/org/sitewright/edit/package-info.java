/// Owns changing a site: edits as values, transactions, undo and redo. Knows no screen and no storage.
@NullMarked
package org.sitewright.edit;

import org.jspecify.annotations.NullMarked;
