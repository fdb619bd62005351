package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sitewright.site.Fields;
import org.sitewright.site.Value;
import org.sitewright.ui.control.DragRows.Part;

/// Where an entry of a list field lands when it is dragged.
class ListControlTest {
    private static final List<Value.Item> ITEMS =
            Stream.of("a", "b", "c").map(id -> new Value.Item(id, Fields.EMPTY)).toList();

    private static Optional<List<String>> dropped(String dragged, String onto, Part part) {
        return ListControl.dropped(ITEMS, dragged, onto, part)
                .map(items -> items.stream().map(Value.Item::id).toList());
    }

    @Test
    void anEntryLandsAboveOrBelowAnother() {
        assertThat(dropped("a", "c", Part.BELOW)).contains(List.of("b", "c", "a"));
        assertThat(dropped("a", "c", Part.ABOVE)).contains(List.of("b", "a", "c"));
        assertThat(dropped("c", "a", Part.ABOVE)).contains(List.of("c", "a", "b"));
        assertThat(dropped("c", "a", Part.BELOW)).contains(List.of("a", "c", "b"));
    }

    @Test
    void whatStaysWhereItIsIsNoChange() {
        assertThat(dropped("a", "b", Part.ABOVE)).isEmpty();
        assertThat(dropped("b", "a", Part.BELOW)).isEmpty();
        assertThat(dropped("gone", "a", Part.BELOW)).isEmpty();
        assertThat(dropped("a", "gone", Part.BELOW)).isEmpty();
    }
}
