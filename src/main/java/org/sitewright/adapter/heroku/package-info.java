/// Owns publishing to apps at Heroku, by its Platform API: source, build, release.
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.heroku;

import org.jspecify.annotations.NullMarked;
