package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.CacheControl;
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

    /// Others wrote rules at the host, which must be read to the end before ours are put between them.
    @Test
    void rulesThatCannotBeReadToTheirEndAreLeftAlone() {
        String others = "Require all granted\n";
        for (boolean checked : new boolean[] {true, false}) {
            place = new MemoryTarget(Clock.systemUTC());
            publish(TestSites.bakery("zero"), Consent.NONE, "here", place);
            place.put(TestSites.file(".htaccess", "text/plain", CacheControl.REVALIDATE, others));
            OutputTree rules = TestSites.with(
                    TestSites.bakery("one"),
                    TestSites.file(".htaccess", "text/plain", CacheControl.REVALIDATE, "# BEGIN Sitewright\n"));
            assertThat(publish(rules, Consent.NONE, "here", broken(checked)))
                    .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
                        assertThat(refused.failure()).isInstanceOf(PublishFailure.Network.class);
                        assertThat(refused.failure().happened()).contains(".htaccess");
                    });
            assertThat(place.read(".htaccess").orElseThrow().text()).isEqualTo(others);
            assertThat(place.read("index.html").orElseThrow().text()).endsWith("zero");
        }
    }

    /// @param checked whether the stream breaks as streams do, or as a library tells it
    private PublishTarget broken(boolean checked) {
        return new WatchedTarget(place) {
            @Override
            public InputStream open(String path) {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        SocketException reset = new SocketException("Connection reset");
                        if (checked) {
                            throw reset;
                        }
                        throw new UncheckedIOException(reset);
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                };
            }
        };
    }
}
