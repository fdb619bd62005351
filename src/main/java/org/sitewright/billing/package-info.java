/// Owns payments for plans.
/// Does not own who pays (`accounts`) nor the gateways (`adapter`).
@NullMarked
package org.sitewright.billing;

import org.jspecify.annotations.NullMarked;
