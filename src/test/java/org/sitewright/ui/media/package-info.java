/// Hands and tests of the media screen.
@NullMarked
package org.sitewright.ui.media;

import org.jspecify.annotations.NullMarked;
