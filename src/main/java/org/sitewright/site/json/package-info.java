/// Owns the written form of a site: JSON with a format version, which reads back to an equal site or is refused.
/// Does not own where that JSON is kept.
@NullMarked
package org.sitewright.site.json;

import org.jspecify.annotations.NullMarked;
