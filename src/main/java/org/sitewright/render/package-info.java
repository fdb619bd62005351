/// Owns turning a site into files: pages, one stylesheet, pictures, cards, and what crawlers, phones and hosts read.
/// The same site gives the same bytes.
@NullMarked
package org.sitewright.render;

import org.jspecify.annotations.NullMarked;
