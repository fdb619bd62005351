/// Owns the library of components on the screen: its gallery, the editor of a component's code, and the panel that puts
/// components on a page. It never runs what a component brings.
@NullMarked
package org.sitewright.ui.library;

import org.jspecify.annotations.NullMarked;
