package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishCampaign;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;

/// Faults of the network and the host before a real S3 server.
class S3CampaignTest {
    private static final AccessKey KEY = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
    private static final List<Fault> FAULTS =
            Arrays.stream(Fault.values()).filter(fault -> fault != Fault.NONE).toList();

    @Test
    void completesOrFailsCleanWhateverHappens() {
        long seed = PublishCampaign.seed("S3 campaign");
        Random random = new Random(seed);
        try (S3Server server = S3Server.start(0);
                FaultyHttp proxy = new FaultyHttp(server.port());
                S3Target faulty = open(proxy.endpoint());
                S3Target good = open(server.endpoint())) {
            server.createBucket("campaign");
            PublishCampaign campaign = new PublishCampaign(faulty, good, seed);
            int failed = 0;
            int schedules = PublishCampaign.schedules(60);
            for (int schedule = 0; schedule < schedules; schedule++) {
                int first = 1 + random.nextInt(28);
                int burst = 1 + random.nextInt(2) * 11;
                Fault fault = FAULTS.get(schedule % FAULTS.size());
                try {
                    failed += campaign.step(
                                    () -> proxy.plan(
                                            number -> number >= first && number < first + burst ? fault : Fault.NONE),
                                    () -> proxy.plan(number -> Fault.NONE),
                                    new CancelToken())
                            ? 1
                            : 0;
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError(
                            "seed " + seed + ", schedule " + schedule + ", " + fault + " × " + burst + " at " + first,
                            broken);
                }
            }
            assertThat(failed).as("schedules that failed at first").isBetween(3, schedules);
        }
    }

    private static S3Target open(String endpoint) {
        TargetSettings.S3 settings = new TargetSettings.S3(
                endpoint, S3Server.REGION, "campaign", "site", true, "", TargetSettings.Support.FULL);
        return new S3Target(settings, () -> KEY);
    }
}
