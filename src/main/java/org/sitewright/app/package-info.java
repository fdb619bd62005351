/// Owns bringing the program up: the data folder, the parts wired together, and the two ways in, window and command
/// line. Does not own what any part does.
@NullMarked
package org.sitewright.app;

import org.jspecify.annotations.NullMarked;
