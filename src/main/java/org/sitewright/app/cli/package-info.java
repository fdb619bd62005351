/// Owns the command line: reading arguments, asking, printing results and exit codes.
/// Does not own what the commands do: they stand on the workspace, as the window does.
@NullMarked
package org.sitewright.app.cli;

import org.jspecify.annotations.NullMarked;
