package org.sitewright.ui.publish;

import java.util.List;
import org.sitewright.publish.Deployment;

/// Where the publish screen stands.
sealed interface PublishState {
    /// Whether something can be published.
    ///
    /// @param agreed that this site replaces another one there
    default boolean mayPublish(boolean agreed) {
        return switch (this) {
            case Ready ready -> ready.question().otherSite().isEmpty() || agreed;
            case Failed failed -> failed.sending();
            case Stopped stopped -> true;
            case Loading loading -> false;
            case NoTarget none -> false;
            case Comparing comparing -> false;
            case UpToDate done -> false;
            case Publishing now -> false;
            case Published done -> false;
        };
    }

    /// Reading targets and deployments.
    record Loading() implements PublishState {}

    /// There is no target yet.
    record NoTarget() implements PublishState {}

    /// Building the site and asking the host what it has.
    record Comparing() implements PublishState {}

    /// Something can be published.
    record Ready(Question question) implements PublishState {}

    record UpToDate() implements PublishState {}

    /// @param stopping whether the user asked to stop
    record Publishing(int version, boolean stopping) implements PublishState {}

    record Published(Deployment deployment, List<String> warnings) implements PublishState {
        public Published {
            warnings = List.copyOf(warnings);
        }
    }

    /// The user stopped it. What was sent stays there, and the next time goes on from it.
    record Stopped(int sent, int of) implements PublishState {}

    /// @param sending whether it failed while publishing, rather than while comparing
    record Failed(Trouble trouble, boolean sending) implements PublishState {}

    /// What the user is asked before publishing.
    ///
    /// @param otherSite what is known of another site that is published there; empty when there is none
    /// @param deletes how many files would go when they are unusually many, else 0
    record Question(String otherSite, int deletes) {
        static final Question NONE = new Question("", 0);
    }
}
