/// Owns the editor: outline, canvas and inspector around one open site.
@NullMarked
package org.sitewright.ui.editor;

import org.jspecify.annotations.NullMarked;
