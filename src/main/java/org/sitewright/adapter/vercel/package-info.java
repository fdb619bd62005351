/// Owns publishing to projects at Vercel, by its documented REST API.
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.vercel;

import org.jspecify.annotations.NullMarked;
