package org.sitewright.adapter.s3;

import java.time.Instant;

/// What a listing says of an object.
///
/// @param tag without its quotes; empty where the host lists none, as for what is still arriving
record S3Item(String key, long size, String tag, Instant modified) {}
