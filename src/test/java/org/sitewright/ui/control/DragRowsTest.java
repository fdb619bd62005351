package org.sitewright.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewright.ui.control.DragRows.Part;

/// Where a dragged row lands.
class DragRowsTest {
    private static final List<String> ROWS = List.of("a", "b", "c", "d", "e");

    private final List<String> heard = new ArrayList<>();
    private final DragRows rows = new DragRows("field", false, (dragged, onto, part) -> {
        heard.add(dragged + " " + part + " " + onto);
        return true;
    });

    @Test
    void aRowIsTakenByItsOwnKindAndNotByItself() {
        assertThat(rows.takes(rows.carried("a"), "b")).isTrue();
        assertThat(rows.takes(rows.carried("a"), "a")).isFalse();
        assertThat(rows.takes(new DragRows.Carried("page", "a"), "b")).isFalse();
        assertThat(rows.takes(new DragRows.Carried("field:a", "a"), "b")).isFalse();
        assertThat(rows.takes(rows.carried("a"), "")).isFalse();
        assertThat(rows.letGo(rows.carried("a"), "a", Part.BELOW)).isFalse();
        assertThat(rows.letGo(rows.carried("a"), "b", Part.BELOW)).isTrue();
        assertThat(heard).containsExactly("a BELOW b");
    }

    @Test
    void theHalfOfTheRowSaysWhichSide() {
        assertThat(DragRows.part(0, 30, false)).isEqualTo(Part.ABOVE);
        assertThat(DragRows.part(14.9, 30, false)).isEqualTo(Part.ABOVE);
        assertThat(DragRows.part(15, 30, false)).isEqualTo(Part.BELOW);
        assertThat(DragRows.part(15, 30, true)).isEqualTo(Part.INSIDE);
        assertThat(DragRows.part(4, 30, true)).isEqualTo(Part.ABOVE);
        assertThat(DragRows.part(26, 30, true)).isEqualTo(Part.BELOW);
        assertThat(DragRows.part(0, 0, false)).isEqualTo(Part.ABOVE);
    }

    @Test
    void aPlaceIsCountedOnceTheRowIsTakenOut() {
        for (int from = 0; from < 5; from++) {
            for (int onto = 0; onto < 5; onto++) {
                if (from != onto) {
                    for (Part part : List.of(Part.ABOVE, Part.BELOW)) {
                        List<String> order = new ArrayList<>(ROWS);
                        order.add(part.place(from, onto), order.remove(from));
                        int beside = order.indexOf(ROWS.get(onto)) + (part == Part.ABOVE ? -1 : 1);
                        assertThat(order.get(beside)).isEqualTo(ROWS.get(from));
                    }
                }
            }
        }
    }
}
