package org.sitewright.ui.publish;

import org.sitewright.publish.Target;

/// What is to become the live version.
sealed interface Wanted {
    /// The site as it is saved now.
    record Newest() implements Wanted {}

    /// A version that was published before.
    record Release(int version) implements Wanted {}

    /// What is on a staging target.
    record Staged(Target from) implements Wanted {}
}
