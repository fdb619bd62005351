package org.sitewright.edit;

import org.sitewright.site.Site;

/// A change that was made before the editor was opened.
///
/// @param label in the words of who made it
/// @param selection what to choose where the change is shown
public record PastStep(String label, Site before, Site after, Selection selection) {}
