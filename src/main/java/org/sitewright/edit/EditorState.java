package org.sitewright.edit;

import org.sitewright.site.Site;

/// What a command sees: the site and what is chosen.
public record EditorState(Site site, Selection selection) {}
