/// Owns telling Amazon CloudFront that files behind it changed. Knows nothing of buckets or sites.
@NullMarked
package org.sitewright.adapter.cloudfront;

import org.jspecify.annotations.NullMarked;
