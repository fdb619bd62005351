package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.publish.Effort;
import org.sitewright.publish.HeldFiles;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputTree;

class PlanPrintTest {
    private final PlannedPublish planned = new PlannedPublish(
            new PublishPlan(List.of(), 0),
            OutputTree.empty(),
            HeldFiles.NONE,
            HeldFiles.NONE,
            new Effort(2_000, 1, 0, 0, 0, 1_000_000_000));

    @Test
    void anEstimateSaysOfWhenAndWhereItsPricesAre() {
        Target amazon = at("");
        assertThat(PlanPrint.lines(planned, amazon))
                .last()
                .asString()
                .matches(
                        "Estimate: \\$0\\.010005 at Amazon S3, then \\$0\\.023000 a month \\(prices of 20\\d\\d,"
                                + " us-east-1; the host may have changed them since: https://aws\\.amazon\\.com/s3/pricing/\\)\\.");
        assertThat(PlanPrint.json(planned, amazon).path("estimatedCost").properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains("pricesOf", "pricesIn", "pricesFrom");
    }

    @Test
    void nothingIsEstimatedWherePricesAreNotKnown() {
        Target own = at("https://s3.bakery.example");
        assertThat(PlanPrint.lines(planned, own)).last().asString().startsWith("Requests: 2000 PUT");
        assertThat(PlanPrint.json(planned, own).has("estimatedCost")).isFalse();
    }

    private static Target at(String endpoint) {
        return new Target(
                new TargetId(new UUID(0, 1)),
                Assets.OWNER,
                "Live",
                new TargetSettings.S3(endpoint, "us-east-1", "b", "", false, "", TargetSettings.Support.FULL),
                Instant.EPOCH);
    }
}
