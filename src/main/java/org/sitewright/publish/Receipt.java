package org.sitewright.publish;

/// What a deployment left at the host: the record there with the hash, size and tag of every file.
///
/// @param record the JSON of `_deploy/current.json`
/// @param tag that the host gave to the record; while it is the same, the record need not be read again
public record Receipt(String record, String tag) {}
