package org.sitewright.render;

import java.util.Optional;

/// Keeps what took long to make, by name: the pictures of cards, and scripts without their comments. Losing it costs
/// the time to make it again. Safe from any thread.
public interface BuildStore {
    /// Keeps nothing.
    BuildStore NONE = new BuildStore() {
        @Override
        public Optional<byte[]> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, byte[] content) {
            // Nothing is kept.
        }
    };

    /// What is kept under the name, if it can be read.
    Optional<byte[]> read(String name);

    /// Keeps it under the name. A disk that refuses it is no reason to fail a build.
    void write(String name, byte[] content);
}
