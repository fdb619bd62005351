/// Owns the panel in which the look of a site is chosen: style, palette, type, shapes.
/// Does not own how colours are solved or how a stylesheet is made.
@NullMarked
package org.sitewright.ui.theme;

import org.jspecify.annotations.NullMarked;
