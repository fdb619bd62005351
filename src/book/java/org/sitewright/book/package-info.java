/// Pictures of every section kind and layout, in every voice, light and dark, on a phone and on a desktop.
/// Not part of the program.
@NullMarked
package org.sitewright.book;

import org.jspecify.annotations.NullMarked;
