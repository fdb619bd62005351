package org.sitewright.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewright.accounts.Account;
import org.sitewright.publish.Effort;
import org.sitewright.publish.HostPrices;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PlannedPublish;
import org.sitewright.publish.PublishPlan;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.Target;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What publishing would change, on paper.
final class PlanPrint {
    private PlanPrint() {}

    /// @param agreed to deleting many files and to replacing another site
    static PublishRequest request(Account account, Target target, SiteBuilds.Build built, boolean agreed) {
        return new PublishRequest(
                built.from().site().id(),
                account.id(),
                target,
                built.tree(),
                built.from().sequence(),
                built.pageNames(),
                new PublishRequest.Consent(agreed, agreed));
    }

    static ObjectNode json(PlannedPublish planned, Target target) {
        PublishPlan plan = planned.plan();
        ObjectNode object = Json.object().put("toSend", plan.toSend()).put("bytesToSend", plan.bytesToSend());
        ArrayNode files = object.putArray("files");
        for (PlannedFile file : plan.files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("change", JsonObject.word(file.change()))
                    .put("bytes", file.bytes())
                    .put("reason", file.reason());
        }
        Effort effort = planned.effort();
        if (HostPrices.countsRequests(target.settings())) {
            object.putObject("requests")
                    .put("put", effort.puts())
                    .put("list", effort.lists())
                    .put("get", effort.gets())
                    .put("delete", effort.deletes());
            object.put("bytesStored", effort.stored());
            HostPrices.of(target.settings()).ifPresent(prices -> object.putObject("estimatedCost")
                    .put("host", prices.host())
                    .put("pricesOf", prices.asOf())
                    .put("pricesIn", prices.where())
                    .put("pricesFrom", prices.source())
                    .put("usd", rounded(prices.once(effort)))
                    .put("usdPerMonth", rounded(prices.monthly(effort))));
        }
        return object;
    }

    private static BigDecimal rounded(double dollars) {
        return BigDecimal.valueOf(dollars).setScale(6, RoundingMode.HALF_UP);
    }

    private static void addEffort(Effort effort, Target target, List<String> lines) {
        if (!HostPrices.countsRequests(target.settings())) {
            return;
        }
        lines.add(String.format(
                Locale.ROOT,
                "Requests: %d PUT, %d LIST, %d GET, %d DELETE; %,d bytes there afterwards.",
                effort.puts(),
                effort.lists(),
                effort.gets(),
                effort.deletes(),
                effort.stored()));
        HostPrices.of(target.settings())
                .ifPresent(prices -> lines.add(String.format(
                        Locale.ROOT,
                        "Estimate: $%s at %s, then $%s a month (%s: %s).",
                        rounded(prices.once(effort)).toPlainString(),
                        prices.host(),
                        rounded(prices.monthly(effort)).toPlainString(),
                        prices.dated(),
                        prices.source())));
    }

    static List<String> lines(PlannedPublish planned, Target target) {
        PublishPlan plan = planned.plan();
        List<String> lines = new ArrayList<>();
        for (PlannedFile file : plan.files()) {
            if (file.change() != PlannedFile.Change.UNCHANGED) {
                lines.add(JsonObject.word(file.change()) + "  " + file.path() + "  " + file.reason());
            }
        }
        lines.add(String.format(Locale.ROOT, "%d files to send, %,d bytes.", plan.toSend(), plan.bytesToSend()));
        addEffort(planned.effort(), target, lines);
        return lines;
    }
}
