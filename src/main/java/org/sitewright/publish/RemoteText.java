package org.sitewright.publish;

/// A small text read from the host, with the tag it had when it was read.
public record RemoteText(String text, String tag) {}
