/// Owns what is known of visits to a site.
/// Does not own where the figures come from: access logs and the like.
@NullMarked
package org.sitewright.analytics;

import org.jspecify.annotations.NullMarked;
