/// Owns publishing: targets, the plan of what changes, sending it in a safe order, and the record of each deployment.
/// Does not know how a host is spoken to: that is one package per vendor under `adapter`.
///
/// Hosts come in two forms. Where each file is visible once it was put, a lease and the order of sending keep the site
/// whole. Where the host switches to a whole release at once ([Capabilities#atomic]), everything is staged and
/// [PublishTarget#commit] makes it visible; an adapter of this form is a [ReleaseHost] behind a [ReleaseTarget].
@NullMarked
package org.sitewright.publish;

import org.jspecify.annotations.NullMarked;
