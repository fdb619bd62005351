/// Owns HTTP requests to hosts: bounded in time, repeated when the host is busy.
/// Knows no host and no vendor; the adapters that speak HTTP stand on it.
@NullMarked
package org.sitewright.adapter.http;

import org.jspecify.annotations.NullMarked;
