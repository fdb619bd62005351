package org.sitewright.publish;

import java.util.List;

/// What a connection test found.
public sealed interface Verdict {
    /// Publishing there will work.
    ///
    /// @param support what the host can do, to be kept with the target
    /// @param warnings what a person should know, in their words; usually none
    record Ready(TargetSettings.Support support, List<String> warnings) implements Verdict {
        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    /// Publishing there would fail, and why.
    record Refused(PublishFailure failure) implements Verdict {}
}
