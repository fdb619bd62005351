/// Owns the panel that finds words in a site and replaces them.
/// Does not own how a site is searched.
@NullMarked
package org.sitewright.ui.find;

import org.jspecify.annotations.NullMarked;
