/// Owns the project file: one zip with a site as JSON and its media, which opens without this program.
/// Does not own where sites and media are kept.
@NullMarked
package org.sitewright.archive;

import org.jspecify.annotations.NullMarked;
