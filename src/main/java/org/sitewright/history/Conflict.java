package org.sitewright.history;

/// Something that two copies of a site changed differently.
///
/// @param key names it; the same for the same two copies
/// @param where in words, as "Headline of Hero on Home"
/// @param mine in words, as it is here
/// @param theirs in words, as it is in the other copy
public record Conflict(String key, String where, String mine, String theirs) {}
