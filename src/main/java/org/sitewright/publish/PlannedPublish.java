package org.sitewright.publish;

import org.sitewright.render.OutputTree;

/// What publishing would do, with what is needed to look at it before.
///
/// @param tree what visitors would be served; where a release is brought back its bytes are in `held`
/// @param live what visitors are served now, as the record at the host names it; nothing where another site is
/// @param held the files of the release that is brought back; nothing for a build
/// @param effort what the host would be asked to do
public record PlannedPublish(PublishPlan plan, OutputTree tree, HeldFiles live, HeldFiles held, Effort effort) {}
