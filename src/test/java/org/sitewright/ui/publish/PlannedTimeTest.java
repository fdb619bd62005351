package org.sitewright.ui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedTimeTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static PlannedTime.Good good(String day, String time) {
        PlannedTime found = PlannedTime.of(LocalDate.parse(day), time, OSLO, NOW);
        assertThat(found).isInstanceOf(PlannedTime.Good.class);
        return (PlannedTime.Good) found;
    }

    @Test
    void aTimeOfTheClockIsAnInstantInTheZoneOfTheComputer() {
        assertThat(good("2026-03-02", "9:30"))
                .isEqualTo(new PlannedTime.Good(Instant.parse("2026-03-02T08:30:00Z"), ""));
        assertThat(good("2026-07-02", " 09:30 ").at()).isEqualTo(Instant.parse("2026-07-02T07:30:00Z"));
    }

    @Test
    void aTimeThatDoesNotComeIsMovedAndSaidToBe() {
        PlannedTime.Good moved = good("2026-03-29", "02:30");
        assertThat(moved.at()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(moved.note()).contains("does not come").contains("03:30");
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsMeant() {
        PlannedTime.Good twice = good("2026-10-25", "02:30");
        assertThat(twice.at()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(twice.note()).contains("twice").contains("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "25:00", "9:3", "09:30:10", "noon"})
    void whatIsNoTimeIsSaidToBeNone(String time) {
        assertThat(PlannedTime.of(LocalDate.parse("2026-03-02"), time, OSLO, NOW))
                .isEqualTo(new PlannedTime.Bad("Write the time as 09:30."));
    }

    @Test
    void whatIsOverCannotBeChosen() {
        assertThat(PlannedTime.of(LocalDate.parse("2026-03-01"), "11:00", OSLO, NOW))
                .isEqualTo(new PlannedTime.Bad("That time is over."));
        assertThat(PlannedTime.of(null, "11:00", OSLO, NOW)).isInstanceOf(PlannedTime.Bad.class);
    }
}
