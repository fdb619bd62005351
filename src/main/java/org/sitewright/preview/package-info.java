/// Owns showing a build in a browser before it is published: a web server of this computer.
@NullMarked
package org.sitewright.preview;

import org.jspecify.annotations.NullMarked;
