/// Owns long work: jobs with progress and cancelling, and the threads they run on. Knows nothing of what the work is.
@NullMarked
package org.sitewright.work;

import org.jspecify.annotations.NullMarked;
