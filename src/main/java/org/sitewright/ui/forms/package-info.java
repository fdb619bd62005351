/// Builds the forms of the open site: their fields, what they say and where what visitors send goes.
/// Showing them on pages is render's, receiving what is sent is the forms domain's.
@NullMarked
package org.sitewright.ui.forms;

import org.jspecify.annotations.NullMarked;
