package org.sitewright.backup;

import org.sitewright.media.MediaStore;
import org.sitewright.site.Site;

/// Builds a site, so that two of them can be compared byte for byte.
@FunctionalInterface
public interface Rendering {
    /// The SHA-256 of every file of the build, in the order of their paths.
    String fingerprint(Site site, MediaStore media);
}
