package org.sitewright.ui.editor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.preview.ChangedWords;
import org.sitewright.site.SectionId;

/// The section that was patched last, as the page holds it: while somebody types on in it, only words need to go over.
final class DrawnSection {
    private @Nullable SectionId section;
    private String html = "";

    /// The page holds something else, as after a new body or when it was typed into.
    void forget() {
        section = null;
        html = "";
    }

    /// Takes note of a new drawing.
    ///
    /// @return the order that makes it of the last one, where only words differ
    Optional<CanvasOrder> next(SectionId id, String now) {
        Optional<CanvasOrder> words = id.equals(section)
                ? ChangedWords.between(html, now).map(changed -> CanvasOrder.words(id, changed))
                : Optional.empty();
        section = id;
        html = now;
        return words;
    }
}
