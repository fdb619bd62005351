package org.sitewright.book;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs, set back by as much as the book wants, so that what it shows has a past.
final class BookClock extends Clock {
    private volatile Duration back = Duration.ZERO;

    void setBack(Duration by) {
        back = by;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().minus(back);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
