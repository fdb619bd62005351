package org.sitewright.publish;

/// What a target can do.
///
/// @param conditionalWrites whether of two publishers one is refused; without it only one computer should publish
/// @param headers whether it keeps content type and cache control with a file
/// @param parallel how many files may be sent at once
/// @param atomic whether it switches to a whole release at once, by [PublishTarget#commit]
public record Capabilities(boolean conditionalWrites, boolean headers, int parallel, boolean atomic) {
    /// Of a host where each file is visible once it was put.
    public Capabilities(boolean conditionalWrites, boolean headers, int parallel) {
        this(conditionalWrites, headers, parallel, false);
    }
}
