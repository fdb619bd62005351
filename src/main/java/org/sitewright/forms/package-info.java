/// Owns the forms of a site and what visitors sent through them.
/// Does not own how a submission travels from the visitor to this computer.
@NullMarked
package org.sitewright.forms;

import org.jspecify.annotations.NullMarked;
