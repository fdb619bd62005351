/// Owns components: what their code may hold, how it is kept from the rest of a page, which fields it offers, and the
/// library that lends and shares them. How they are drawn on a page is for `render`.
@NullMarked
package org.sitewright.library.component;

import org.jspecify.annotations.NullMarked;
