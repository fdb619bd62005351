package org.sitewright.render;

import java.util.Optional;

/// Keeps the pictures of cards that were drawn, by name. Losing one costs the time to draw it again. Safe from any
/// thread.
public interface CardStore {
    /// Keeps nothing.
    CardStore NONE = new CardStore() {
        @Override
        public Optional<byte[]> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, byte[] content) {
            // Nothing is kept.
        }
    };

    /// The picture, if it is there and whole.
    Optional<byte[]> read(String name);

    /// Keeps a picture. A disk that refuses it is no reason to fail a build.
    void write(String name, byte[] content);
}
