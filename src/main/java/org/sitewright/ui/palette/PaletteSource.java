package org.sitewright.ui.palette;

import java.util.List;
import java.util.function.Consumer;

/// Knows what can be found on the screen that is open.
@FunctionalInterface
public interface PaletteSource {
    /// Called each time the palette opens, on the screen's thread.
    ///
    /// @param found takes what is known at once, and later, on the same thread, what had to be read first
    void collect(Consumer<List<PaletteEntry>> found);
}
