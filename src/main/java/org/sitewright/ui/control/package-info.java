/// Owns the controls and the stylesheet that every screen shares. Decides nothing about sites.
@NullMarked
package org.sitewright.ui.control;

import org.jspecify.annotations.NullMarked;
