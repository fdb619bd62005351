package org.sitewright.publish;

import java.time.Clock;

class MemoryTargetTest extends TargetContract {
    private final MemoryTarget place = new MemoryTarget(Clock.systemUTC());

    @Override
    protected PublishTarget open() {
        return place;
    }
}
