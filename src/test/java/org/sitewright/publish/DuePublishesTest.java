package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.HandClock;
import org.sitewright.publish.DuePublishes.Ended;
import org.sitewright.publish.ScheduledPublish.State;
import org.sitewright.publish.ScheduledPublish.WhenMissed;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

class DuePublishesTest {
    private static final Instant NINE = Instant.parse("2026-03-01T11:00:00Z");

    private final HandClock clock = new HandClock();
    private final MemorySchedules schedules = new MemorySchedules();
    private final List<ScheduledPublish> asked = new ArrayList<>();
    private DuePublishes.Runner host = (scheduled, progress, cancel) -> new PublishResult.UpToDate("");
    private DuePublishes due = started();

    /// As when the program is started anew.
    private DuePublishes started() {
        return new DuePublishes(
                schedules,
                (scheduled, progress, cancel) -> {
                    asked.add(scheduled);
                    return host.publish(scheduled, progress, cancel);
                },
                clock,
                Duration.ofMinutes(2));
    }

    private ScheduledPublish plan(int number, Instant at, WhenMissed whenMissed) {
        ScheduledPublish planned = new ScheduledPublish(
                new UUID(1, number),
                TestSites.SITE,
                new TargetId(new UUID(2, number)),
                TestSites.USER,
                at,
                whenMissed,
                State.WAITING,
                "",
                clock.instant());
        schedules.save(planned);
        return planned;
    }

    private void set(Instant now) {
        clock.advance(Duration.between(clock.instant(), now));
    }

    private List<Ended> round() {
        return due.round(TestSites.USER, Progress.NONE, new CancelToken());
    }

    private static PublishResult offline() {
        throw new PublishProblem(new PublishFailure.Network("There is no connection.", "Try again later."));
    }

    @Test
    void nothingHappensBeforeItsTimeAndOnceAtIt() {
        plan(1, NINE, WhenMissed.ASK);
        assertThat(round()).isEmpty();
        set(NINE.minusMillis(1));
        assertThat(round()).isEmpty();
        set(NINE.plusSeconds(5));
        assertThat(round()).singleElement().isInstanceOf(Ended.Done.class);
        assertThat(round()).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(schedules.list(TestSites.USER)).isEmpty();
    }

    @Test
    void twoThatAreDueAtOnceAreDoneOneAfterTheOther() {
        plan(2, NINE, WhenMissed.ASK);
        plan(1, NINE, WhenMissed.ASK);
        plan(3, NINE.minusSeconds(1), WhenMissed.ASK);
        set(NINE);
        assertThat(round()).hasSize(3);
        assertThat(asked)
                .extracting(each -> each.id().getLeastSignificantBits())
                .containsExactly(3L, 1L, 2L);
    }

    @Test
    void aMistakeOfOursIsTriedAgainLaterAndHoldsUpNobody() {
        plan(1, NINE, WhenMissed.PUBLISH);
        plan(2, NINE, WhenMissed.PUBLISH);
        set(NINE);
        DuePublishes.Runner whole = host;
        host = (scheduled, progress, cancel) -> {
            if (scheduled.id().getLeastSignificantBits() == 1) {
                throw new IllegalStateException("a mistake");
            }
            return whole.publish(scheduled, progress, cancel);
        };
        assertThatThrownBy(this::round).hasMessage("a mistake");
        set(NINE.plusSeconds(5));
        assertThat(round()).singleElement().isInstanceOf(Ended.Done.class);
        host = whole;
        set(NINE.plusSeconds(60));
        assertThat(round()).singleElement().isInstanceOf(Ended.Done.class);
    }

    @Test
    void whatWasTakenOffOrIsOfSomebodyElseIsNotDone() {
        ScheduledPublish planned = plan(1, NINE, WhenMissed.PUBLISH);
        set(NINE);
        assertThat(due.round(new UserId(new UUID(66, 6)), Progress.NONE, new CancelToken()))
                .isEmpty();
        schedules.remove(planned);
        assertThat(round()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherTimeTakesThePlaceOfTheFirst() {
        plan(1, NINE, WhenMissed.PUBLISH);
        plan(1, NINE.plusSeconds(3600), WhenMissed.PUBLISH);
        set(NINE.plusSeconds(60));
        assertThat(round()).isEmpty();
        set(NINE.plusSeconds(3600));
        assertThat(round()).hasSize(1);
    }

    @Test
    void whatWasMissedIsDoneAtTheNextStartOrLeftAsWasChosen() {
        plan(1, NINE, WhenMissed.ASK);
        plan(2, NINE, WhenMissed.PUBLISH);
        set(NINE.plus(Duration.ofDays(3)));
        due = started();
        assertThat(round()).hasExactlyElementsOfTypes(Ended.Missed.class, Ended.Done.class);
        assertThat(asked).hasSize(1);
        assertThat(schedules.list(TestSites.USER)).singleElement().satisfies(left -> {
            assertThat(left.state()).isEqualTo(State.MISSED);
            assertThat(left.note()).contains("closed");
        });
        assertThat(round()).isEmpty();
    }

    @Test
    void whoIsOfflineGoesOnTryingOrIsTold() {
        plan(1, NINE, WhenMissed.ASK);
        plan(2, NINE, WhenMissed.PUBLISH);
        host = (scheduled, progress, cancel) -> offline();
        set(NINE);
        assertThat(round()).hasExactlyElementsOfTypes(Ended.Missed.class, Ended.Later.class);
        set(NINE.plusSeconds(30));
        assertThat(round()).as("not again at once").isEmpty();
        host = (scheduled, progress, cancel) -> new PublishResult.UpToDate("");
        set(NINE.plus(Duration.ofHours(2)));
        assertThat(round()).singleElement().isInstanceOf(Ended.Done.class);
    }

    @Test
    void anotherPublishUnderWayIsWaitedFor() {
        plan(1, NINE, WhenMissed.ASK);
        host = (scheduled, progress, cancel) -> {
            throw new Problem(PublishTurns.BUSY, "Another publish is under way.", "Wait.");
        };
        set(NINE.plusSeconds(1));
        assertThat(round()).singleElement().isInstanceOf(Ended.Later.class);
        host = (scheduled, progress, cancel) -> new PublishResult.UpToDate("");
        set(NINE.plus(Duration.ofMinutes(20)));
        assertThat(round()).as("it was in time").singleElement().isInstanceOf(Ended.Done.class);
    }

    @Test
    void whatAPersonMustMendIsKeptWithItsReason() {
        plan(1, NINE, WhenMissed.PUBLISH);
        host = (scheduled, progress, cancel) -> {
            throw new PublishProblem(new PublishFailure.Authentication("The key was refused.", "Give another."));
        };
        set(NINE);
        assertThat(round()).singleElement().isInstanceOf(Ended.Failed.class);
        assertThat(schedules.list(TestSites.USER)).singleElement().satisfies(left -> {
            assertThat(left.state()).isEqualTo(State.FAILED);
            assertThat(left.note()).contains("The key was refused. Give another.");
        });
        assertThat(round()).isEmpty();
    }

    @Test
    void aTargetIsPublishedToByOneAtATime() throws Exception {
        PublishTurns turns = new PublishTurns();
        TargetId target = new TargetId(new UUID(5, 5));
        String inside = turns.during(target, () -> {
            String other = turns.during(new TargetId(new UUID(5, 6)), () -> "another target is free");
            try {
                return turns.during(target, () -> "both");
            } catch (Problem busy) {
                return other + ", " + busy.code();
            }
        });
        assertThat(inside).isEqualTo("another target is free, SW-PUB-BUSY");
        assertThat(turns.<String>during(target, () -> "free again")).isEqualTo("free again");
    }
}
