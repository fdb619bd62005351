package org.sitewright.media;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;

/// The pictures and files of each site. Every method is durable when it returns. Removing an item removes it from the
/// library only: its bytes stay in the [MediaStore].
public interface MediaLibrary {
    /// What the site has, last added first.
    List<MediaItem> list(SiteId site);

    Optional<MediaItem> find(SiteId site, MediaId media);

    /// Adds the item. Where the site has these bytes already, the item that is there stays as it is.
    ///
    /// @return the item that the site now has
    MediaItem add(MediaItem item, Change change);

    /// Does nothing when it is not there.
    void remove(SiteId site, MediaId media, Change change);

    /// Writes the name, text and focal point of an item; does nothing when it is not there.
    void describe(MediaItem item, Change change);

    /// Does nothing when it is not there.
    void setAlt(SiteId site, MediaId media, String alt, Change change);
}
