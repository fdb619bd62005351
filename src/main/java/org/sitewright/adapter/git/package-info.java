/// Owns publishing to a branch of a git repository, as the Pages services of GitHub and GitLab serve it.
/// Knows nothing of sites.
@NullMarked
package org.sitewright.adapter.git;

import org.jspecify.annotations.NullMarked;
