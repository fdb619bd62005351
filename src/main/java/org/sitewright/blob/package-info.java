/// Owns the port to places that keep named bytes: each written once, listed, read, and deleted by whoever may.
/// Does not own what the bytes mean.
@NullMarked
package org.sitewright.blob;

import org.jspecify.annotations.NullMarked;
