package org.sitewright.ui.publish;

import java.time.Clock;
import org.sitewright.publish.DeploymentRepository;
import org.sitewright.publish.PublishTargets;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.ScheduleRepository;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.TargetRepository;
import org.sitewright.publish.address.AddressCheck;
import org.sitewright.site.Ids;
import org.sitewright.site.SiteRepository;

/// What publishing needs from the rest of the program.
public record PublishPorts(
        SiteRepository sites,
        SiteBuilds builds,
        Places places,
        Publisher publisher,
        DeploymentRepository deployments,
        Clock clock) {
    /// Where sites can be published to, and how their addresses look from outside.
    public record Places(
            TargetRepository targets,
            PublishTargets open,
            TargetKeys keys,
            Ids ids,
            AddressCheck addresses,
            ScheduleRepository schedules) {}
}
