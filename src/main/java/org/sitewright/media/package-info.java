/// Owns pictures and files: content-addressed bytes, what they are, and the variants made of them.
@NullMarked
package org.sitewright.media;

import org.jspecify.annotations.NullMarked;
