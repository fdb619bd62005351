package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.FaultyConnection;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.work.CancelToken;

/// Faults and cancels before a real host, one schedule after the other. Each publish completes or fails with words for
/// a person; the same again without faults completes. Bounded in count and time.
public final class HostCampaign {
    private static final int LONGER = 17;

    private final String name;
    private final int usual;
    private final long allowedNanos;
    private final long seed;

    /// What can be done to a host.
    public interface Faults {
        /// @return what was planned, to be found again
        String begin(Random random, int schedule, CancelToken cancel);

        void end();
    }

    /// @param usual how many schedules the short run has, if the machine is fast enough
    /// @param seconds that the short run may take
    public HostCampaign(String name, int usual, int seconds) {
        this.name = name;
        this.usual = usual;
        this.allowedNanos = seconds * 1_000_000_000L;
        this.seed = Campaign.seed(name);
    }

    /// @param faulty the place with faults
    /// @param good the same place without
    public void run(PublishTarget faulty, PublishTarget good, Faults faults) {
        Random random = new Random(seed);
        PublishCampaign campaign = new PublishCampaign(faulty, good, seed);
        int schedules = Campaign.rounds(usual, usual * LONGER);
        long until = System.nanoTime() + Campaign.rounds(1, LONGER) * allowedNanos;
        int failed = 0;
        int done = 0;
        for (; done < schedules && System.nanoTime() < until; done++) {
            CancelToken cancel = new CancelToken();
            StringBuilder plan = new StringBuilder();
            int schedule = done;
            try {
                failed += campaign.step(() -> plan.append(faults.begin(random, schedule, cancel)), faults::end, cancel)
                        ? 1
                        : 0;
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                        name + " -Dsitewright.seed=" + seed + ", schedule " + done + ", " + plan, broken);
            }
        }
        System.out.println(name + ": " + failed + " of " + done + " failed at first, "
                + campaign.failures().stream()
                        .collect(Collectors.groupingBy(
                                failure -> failure.getClass().getSimpleName(), Collectors.counting())));
        assertThat(done).as("schedules").isPositive();
        assertThat(failed).as("schedules that failed at first").isBetween(done / 20, done);
        assertThat(campaign.failures()).allSatisfy(HostCampaign::assertClear);
    }

    /// Faults of HTTP at one request, or at a dozen in a row, so that tries again do not help; or a cancel there.
    public static Faults of(FaultyHttp proxy, int requests) {
        List<FaultyHttp.Fault> kinds = Arrays.stream(FaultyHttp.Fault.values())
                .filter(fault -> fault != FaultyHttp.Fault.NONE)
                .toList();
        return new Faults() {
            @Override
            public String begin(Random random, int schedule, CancelToken cancel) {
                int first = 1 + random.nextInt(requests);
                int burst = 1 + random.nextInt(2) * 11;
                boolean stop = schedule % 8 == 3;
                FaultyHttp.Fault fault = stop ? FaultyHttp.Fault.NONE : kinds.get(schedule % kinds.size());
                proxy.plan(number -> {
                    if (number == first && stop) {
                        cancel.cancel();
                    }
                    return number >= first && number < first + burst ? fault : FaultyHttp.Fault.NONE;
                });
                return (stop ? "cancel" : fault + " × " + burst) + " at " + first;
            }

            @Override
            public void end() {
                proxy.plan(number -> FaultyHttp.Fault.NONE);
            }
        };
    }

    /// Faults of a line after so many bytes, or a cancel there.
    public static Faults of(FaultyConnection line, int bytes) {
        List<FaultyConnection.Fault> kinds = Arrays.stream(FaultyConnection.Fault.values())
                .filter(fault -> fault != FaultyConnection.Fault.STILL)
                .toList();
        return new Faults() {
            @Override
            public String begin(Random random, int schedule, CancelToken cancel) {
                int after = 1 + random.nextInt(bytes);
                boolean stop = schedule % 5 == 4;
                FaultyConnection.Fault fault =
                        stop ? FaultyConnection.Fault.DELAY : kinds.get(random.nextInt(kinds.size()));
                line.after(after, fault, stop ? cancel::cancel : () -> {});
                return (stop ? "cancel" : fault) + " after " + after + " bytes";
            }

            @Override
            public void end() {
                line.mend();
            }
        };
    }

    private static void assertClear(PublishFailure failure) {
        assertThat(failure.happened()).as("what happened").endsWith(".").hasSizeGreaterThan(10);
        assertThat(failure.remedy()).as("what to do").endsWith(".").hasSizeGreaterThan(10);
        assertThat(failure.happened() + failure.remedy()).doesNotContain("null", "Exception");
    }
}
