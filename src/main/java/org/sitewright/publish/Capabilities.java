package org.sitewright.publish;

/// What a target can do.
///
/// @param conditionalWrites whether of two publishers one is refused; without it only one computer should publish
/// @param headers whether it keeps content type and cache control with a file
/// @param parallel how many files may be sent at once
public record Capabilities(boolean conditionalWrites, boolean headers, int parallel) {}
