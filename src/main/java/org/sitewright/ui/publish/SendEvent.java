package org.sitewright.ui.publish;

import java.time.Duration;
import java.time.Instant;
import org.sitewright.publish.PublishPlan;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Site;

/// What happens while a site is published, as it is told to the screen.
sealed interface SendEvent {
    record Built(Site site, OutputTree tree, Duration took, Instant at) implements SendEvent {}

    record Planned(PublishPlan plan) implements SendEvent {}

    record Began(String path, Instant at) implements SendEvent {}

    record Ended(String path, Instant at) implements SendEvent {}

    /// A step in words.
    record Note(String words, Instant at) implements SendEvent {}

    /// All is sent and the host is asked whether it has it.
    record Checking(Instant at) implements SendEvent {}
}
