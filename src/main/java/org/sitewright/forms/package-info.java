/// Owns what visitors sent through the forms of a site.
/// Does not own the forms, which are part of the site, nor how a submission travels from the visitor to this computer.
@NullMarked
package org.sitewright.forms;

import org.jspecify.annotations.NullMarked;
