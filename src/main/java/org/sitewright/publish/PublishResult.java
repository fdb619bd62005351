package org.sitewright.publish;

import java.util.List;

/// How publishing ended, unless it was cancelled.
public sealed interface PublishResult {
    /// Visitors see the build.
    ///
    /// @param warnings what a person should know, in their words; usually none
    record Published(Deployment deployment, PublishPlan plan, List<String> warnings) implements PublishResult {
        public Published {
            warnings = List.copyOf(warnings);
        }
    }

    /// Visitors saw the build already; nothing was sent and no deployment was recorded.
    ///
    /// @param url where visitors find the site; empty when the target has no public address
    record UpToDate(String url) implements PublishResult {}

    /// The host did not do its part. What visitors see is whole; publishing again goes on where this ended.
    record Refused(PublishFailure failure, Deployment deployment) implements PublishResult {}
}
