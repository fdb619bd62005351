/// Owns looking at public addresses as a visitor's browser does. Knows nothing of hosts or sites.
@NullMarked
package org.sitewright.adapter.web;

import org.jspecify.annotations.NullMarked;
