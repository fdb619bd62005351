package org.sitewright.app.cli;

import java.time.Instant;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.work.Job;

/// Sending a build that was made here.
record BuiltWay(String question, Instant asOf, PublishRequest request, Publisher publisher, PublishTarget open)
        implements Send.Way {
    @Override
    public PlannedPublish look() {
        return publisher.look(request, open);
    }

    @Override
    public Job<PublishResult> send() {
        return publisher.publish(request, open);
    }
}
