package org.sitewright.ui.history;

import java.util.Optional;
import org.sitewright.history.Comparison;
import org.sitewright.history.Moment;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;

/// One moment beside now.
///
/// @param page that is looked at
/// @param drawnThen empty where the page was not there
/// @param drawnNow empty where the page is not there any more
record Shown(
        Moment moment,
        Site then,
        Site now,
        Comparison comparison,
        PageId page,
        Optional<CanvasPage.Parts> drawnThen,
        Optional<CanvasPage.Parts> drawnNow) {}
