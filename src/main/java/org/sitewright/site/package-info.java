/// Owns the document: a site, its pages, sections and theme as immutable values, and the port that keeps them.
/// Does not own how a site is changed (`edit`), drawn (`render`) or stored (`storage`).
@NullMarked
package org.sitewright.site;

import org.jspecify.annotations.NullMarked;
