package org.sitewright.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.sitewright.publish.ScheduledPublish.State;
import org.sitewright.publish.ScheduledPublish.WhenMissed;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Does the publishes whose time has come, one after another. Rounds are made on one thread.
public final class DuePublishes {
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final ScheduleRepository schedules;
    private final Runner runner;
    private final Clock clock;
    private final Duration grace;
    private final Set<UUID> inTime = new HashSet<>();
    private final Map<UUID, Instant> notBefore = new HashMap<>();

    /// Publishes one.
    @FunctionalInterface
    public interface Runner {
        /// @throws Exception as [Problem] for what a person can mend
        PublishResult publish(ScheduledPublish scheduled, Progress progress, CancelToken cancel) throws Exception;
    }

    /// How one ended.
    public sealed interface Ended {
        ScheduledPublish scheduled();

        record Done(ScheduledPublish scheduled, PublishResult result) implements Ended {}

        /// Its time went by while nothing could be done; it is left to the person.
        record Missed(ScheduledPublish scheduled) implements Ended {}

        record Failed(ScheduledPublish scheduled) implements Ended {}

        /// It is tried again by itself.
        record Later(ScheduledPublish scheduled, String why) implements Ended {}
    }

    /// @param grace how much later than its time a publish still counts as being in time
    public DuePublishes(ScheduleRepository schedules, Runner runner, Clock clock, Duration grace) {
        this.schedules = schedules;
        this.runner = runner;
        this.clock = clock;
        this.grace = grace;
    }

    /// @return what ended or was put off in this round; usually nothing
    public List<Ended> round(UserId user, Progress progress, CancelToken cancel) {
        List<Ended> ended = new ArrayList<>();
        for (ScheduledPublish each : schedules.list(user)) {
            Instant now = clock.instant();
            boolean waits = notBefore.getOrDefault(each.id(), Instant.EPOCH).isAfter(now);
            if (each.isDue(now) && !waits && !cancel.isCancelled()) {
                ended.add(one(each, now, progress, cancel));
            }
        }
        return ended;
    }

    private Ended one(ScheduledPublish scheduled, Instant now, Progress progress, CancelToken cancel) {
        if (!scheduled.due().plus(grace).isBefore(now)) {
            inTime.add(scheduled.id());
        }
        if (scheduled.whenMissed() == WhenMissed.ASK && !inTime.contains(scheduled.id())) {
            return missed(scheduled, "The program was closed, or nobody was signed in.");
        }
        try {
            return switch (runner.publish(scheduled, progress, cancel)) {
                case PublishResult.Refused refused -> refused(scheduled, refused.failure());
                case PublishResult.Published done -> done(scheduled, done);
                case PublishResult.UpToDate done -> done(scheduled, done);
            };
        } catch (CancellationException stopped) {
            return later(scheduled, "It was stopped.");
        } catch (PublishProblem refused) {
            return refused(scheduled, refused.failure());
        } catch (Problem known) {
            return known.code().equals(PublishTurns.BUSY)
                    ? new Ended.Later(scheduled, known.happened())
                    : failed(scheduled, known.happened() + " " + known.remedy() + " (" + known.code() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return later(scheduled, "It was stopped.");
        } catch (Exception fault) {
            // Whoever is due beside it shall not wait for it.
            putOff(scheduled);
            throw fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
        }
    }

    private Ended done(ScheduledPublish scheduled, PublishResult result) {
        inTime.remove(scheduled.id());
        schedules.remove(scheduled);
        return new Ended.Done(scheduled, result);
    }

    /// Who is offline can do nothing about it.
    private Ended refused(ScheduledPublish scheduled, PublishFailure failure) {
        if (failure instanceof PublishFailure.Network) {
            return scheduled.whenMissed() == WhenMissed.PUBLISH
                    ? later(scheduled, failure.happened())
                    : missed(scheduled, failure.happened());
        }
        return failed(scheduled, failure.happened() + " " + failure.remedy() + " (" + failure.code() + ")");
    }

    private Ended later(ScheduledPublish scheduled, String why) {
        putOff(scheduled);
        return new Ended.Later(scheduled, why);
    }

    private void putOff(ScheduledPublish scheduled) {
        notBefore.put(scheduled.id(), clock.instant().plus(AFTER_A_FAULT));
    }

    private Ended missed(ScheduledPublish scheduled, String why) {
        ScheduledPublish missed = scheduled.ended(State.MISSED, why);
        schedules.save(missed);
        return new Ended.Missed(missed);
    }

    private Ended failed(ScheduledPublish scheduled, String why) {
        ScheduledPublish failed = scheduled.ended(State.FAILED, why);
        schedules.save(failed);
        return new Ended.Failed(failed);
    }
}
