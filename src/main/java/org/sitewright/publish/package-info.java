/// Owns publishing: targets, the plan of what changes, sending it in a safe order, and the record of each deployment.
/// Does not know how a host is spoken to: that is one package per vendor under `adapter`.
@NullMarked
package org.sitewright.publish;

import org.jspecify.annotations.NullMarked;
