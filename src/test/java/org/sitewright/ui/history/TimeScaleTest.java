package org.sitewright.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentKind;
import org.sitewright.history.Touched;

class TimeScaleTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(30));

    private static List<Moment> moments(long... hours) {
        List<Moment> moments = new ArrayList<>();
        for (long hour : hours) {
            moments.add(new Moment(
                    moments.size() + 1,
                    START.plus(Duration.ofHours(hour)),
                    "",
                    "site.save",
                    "",
                    new Touched(MomentKind.TEXT, Set.of(), Set.of(), false)));
        }
        return moments;
    }

    @ParameterizedTest
    @EnumSource(TimeScale.Range.class)
    void everyMomentThatIsSeenIsFoundAgainAtItsPlace(TimeScale.Range range) {
        List<Moment> moments = moments(0, 1, 5, 26, 200, 201, 500, 700);
        for (Moment around : moments) {
            TimeScale scale = new TimeScale(moments, range, around.at(), NOW, ZoneOffset.UTC);
            assertThat(scale.place(around.at())).isBetween(0.0, 1.0);
            for (int i = 0; i < moments.size(); i++) {
                double place = scale.place(i);
                if (place >= 0 && place <= 1) {
                    assertThat(scale.at(place)).isEqualTo(i);
                }
            }
            assertThat(scale.ticks()).isNotEmpty().allMatch(tick -> tick.at() >= 0 && tick.at() < 1);
        }
    }

    @Test
    void countsEveryMomentOnce() {
        List<Moment> moments = moments(0, 1, 5, 26, 200, 201, 500, 700);
        TimeScale scale = new TimeScale(moments, TimeScale.Range.ALL, START, NOW, ZoneOffset.UTC);
        assertThat(Arrays.stream(scale.counts(37)).sum()).isEqualTo(moments.size());
        TimeScale day = new TimeScale(moments, TimeScale.Range.DAY, START, NOW, ZoneOffset.UTC);
        assertThat(Arrays.stream(day.counts(24)).sum()).isEqualTo(3);
    }

    @Test
    void aClockThatWentBackDoesNotTurnTimeAround() {
        List<Moment> moments = moments(10, 2, 3, 12);
        TimeScale scale = new TimeScale(moments, TimeScale.Range.ALL, START, NOW, ZoneOffset.UTC);
        assertThat(scale.place(1)).isEqualTo(scale.place(0));
        assertThat(scale.place(3)).isGreaterThan(scale.place(2));
        assertThat(scale.at(1)).isEqualTo(3);
    }

    @Test
    void nothingAtAllHasATimeToo() {
        TimeScale scale = new TimeScale(List.of(), TimeScale.Range.ALL, NOW, NOW, ZoneOffset.UTC);
        assertThat(scale.at(0.5)).isZero();
        assertThat(Arrays.stream(scale.counts(10)).sum()).isZero();
    }
}
