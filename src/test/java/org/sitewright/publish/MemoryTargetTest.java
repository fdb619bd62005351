package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.OutputTree;

class MemoryTargetTest extends TargetContract {
    private MemoryTarget place = new MemoryTarget(Clock.systemUTC());

    @Override
    protected PublishTarget open() {
        return place;
    }

    /// Breaks the second publish at each of its requests in turn, with the request done or not done.
    @Test
    void staysWholeWhateverRequestFails() {
        OutputTree next = TestSites.without(TestSites.bakery("two"), "menu/index.html");
        for (int broken = 1; broken < 40; broken++) {
            for (boolean done : new boolean[] {false, true}) {
                place = new MemoryTarget(Clock.systemUTC());
                publish(TestSites.bakery("one"), Consent.NONE, "here", place);
                publish(next, Consent.NONE, "here", breaking(broken, done));
                assertThat(missingAssets())
                        .as("after a fault at request " + broken)
                        .isEmpty();
                PublishResult again = publish(next, Consent.NONE, "here", place);
                assertThat(again).isNotInstanceOf(PublishResult.Refused.class);
                assertThat(missingAssets()).isEmpty();
                assertThat(place.read("index.html").orElseThrow().text()).endsWith("two");
            }
        }
    }

    private PublishTarget breaking(int request, boolean done) {
        AtomicInteger count = new AtomicInteger();
        return new WatchedTarget(place) {
            @Override
            protected <T> T around(String step, Supplier<T> work) {
                boolean broken = count.incrementAndGet() == request;
                PublishProblem cut = new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
                if (broken && !done) {
                    throw cut;
                }
                T result = work.get();
                if (broken) {
                    throw cut;
                }
                return result;
            }
        };
    }
}
