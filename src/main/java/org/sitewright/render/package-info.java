/// Owns turning a site into files: HTML pages, one stylesheet, hashed pictures. The same site gives the same bytes.
@NullMarked
package org.sitewright.render;

import org.jspecify.annotations.NullMarked;
