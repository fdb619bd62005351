/// Owns publishing to Amazon S3 and what speaks its protocol. The only place that knows the AWS SDK.
@NullMarked
package org.sitewright.adapter.s3;

import org.jspecify.annotations.NullMarked;
