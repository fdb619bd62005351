package org.sitewright.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewright.ui.palette.PaletteEntry.Group;
import org.sitewright.ui.palette.PaletteViewModel.Row;

class PaletteViewModelTest {
    private final PaletteViewModel model = new PaletteViewModel();

    PaletteViewModelTest() {
        model.open();
        model.add(List.of(
                entry("undo", Group.ACTION, "Undo", "Edit"),
                entry("publish", Group.ACTION, "Publish", "Site"),
                entry("visit", Group.PAGE, "Visit", "Page"),
                entry("hours", Group.PAGE, "Opening hours", "Visit: Tuesday to Friday"),
                entry("cafe", Group.PAGE, "Café and tea", "Home"),
                entry("insert-hours", Group.INSERT, "Add section: Hours and map", "Place"),
                entry("aurora", Group.SITE, "Aurora", "Site")));
    }

    @Test
    void whatFitsBestIsChosenAndTheRestStandsInGroups() {
        model.search("hours");

        assertThat(chosen()).isEqualTo("hours");
        assertThat(rows()).containsExactly("# Best match", "hours", "# Add a section", "insert-hours");
    }

    @Test
    void aFewFirstLettersAreEnough() {
        model.search("oh");
        assertThat(chosen()).isEqualTo("hours");
        model.search("pub");
        assertThat(chosen()).isEqualTo("publish");
        model.search("cafe");
        assertThat(chosen()).isEqualTo("cafe");
        model.search("friday");
        assertThat(chosen()).isEqualTo("hours");
        model.search("hours friday");
        assertThat(chosen()).isEqualTo("hours");
    }

    @Test
    void theLettersThatWereMeantAreKnown() {
        model.search("hours");
        Row.Hit hit = (Row.Hit) model.rows().get(1);
        assertThat(hit.label().at()).containsExactly(8, 9, 10, 11, 12);
    }

    @Test
    void nothingIsFoundForWhatIsNotThere() {
        model.search("zebra");
        assertThat(model.rows()).isEmpty();
        assertThat(model.chosen()).isEmpty();
        model.move(1);
        assertThat(model.at()).isEqualTo(-1);
    }

    @Test
    void aSignInFrontNarrowsTheSearch() {
        model.search("@");
        assertThat(rows()).containsExactly("# Pages and sections", "visit", "hours", "cafe");
        model.search(">hours");
        assertThat(rows()).containsExactly("# Best match", "insert-hours");
    }

    @Test
    void arrowsGoRoundAndLeaveHeadingsOut() {
        model.search("hours");
        model.move(1);
        assertThat(chosen()).isEqualTo("insert-hours");
        model.move(1);
        assertThat(chosen()).isEqualTo("hours");
        model.move(-1);
        assertThat(chosen()).isEqualTo("insert-hours");
    }

    @Test
    void whatWasChosenBeforeComesFirst() {
        model.search("aurora");
        model.chosen().ifPresent(model::remember);
        model.search("");
        assertThat(rows()).startsWith("# Recent", "aurora");
        assertThat(rows().stream().filter("aurora"::equals)).hasSize(1);
    }

    @Test
    void whatComesLaterDoesNotMoveTheChoice() {
        model.search("hours");
        model.move(1);
        model.add(List.of(entry("hours-png", Group.MEDIA, "hours.png", "Visit")));
        assertThat(chosen()).isEqualTo("insert-hours");
    }

    @Test
    void longListsAreCutInEachGroup() {
        List<PaletteEntry> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(entry("page-" + i, Group.PAGE, "Page " + i, "Words of page " + i));
        }
        model.add(many);
        model.search("page");
        assertThat(model.rows()).hasSizeLessThan(20);
    }

    private String chosen() {
        return model.chosen().map(PaletteEntry::id).orElse("");
    }

    private List<String> rows() {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case Row.Heading heading -> "# " + heading.words();
                    case Row.Hit hit -> hit.entry().id();
                })
                .toList();
    }

    private static PaletteEntry entry(String id, Group group, String label, String detail) {
        return PaletteEntry.of(id, group, label, detail, "file", () -> {});
    }
}
